import { errorHandler } from 'rollcage/angular';

// @ts-expect-error no notifier
errorHandler();
// @ts-expect-error options are no notifier
errorHandler({ accessToken: 'token' });
