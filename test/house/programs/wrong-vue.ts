import { createApp } from 'vue';
import { rollbarPlugin, warnHandler } from 'rollcage/vue';

// @ts-expect-error the plugin is made by it, with a notifier
createApp({}).use(rollbarPlugin);
// @ts-expect-error options are no notifier
rollbarPlugin({ accessToken: 'token' });
// @ts-expect-error a handler of warnings is none of errors
createApp({}).config.errorHandler = warnHandler;
