import { ErrorBoundary, Provider, rootErrorOptions } from 'rollcage/react';

// @ts-expect-error no notifier
const without = <Provider />;
// @ts-expect-error options are no notifier
const options = <Provider instance={{ accessToken: 'token' }} />;
// @ts-expect-error no level
const level = <ErrorBoundary level="fatal" />;
// @ts-expect-error a component with other needs
const fallback = <ErrorBoundary fallbackUI={({ text }: { text: string }) => text} />;
// @ts-expect-error no notifier
rootErrorOptions();

export { fallback, level, options, without };
