/** `npx vite demo/vue`, beside `npm start`. */
import { createApp } from 'vue';
import { rollbarPlugin, warnHandler } from 'rollcage/vue';
import { notifier } from '../notifier.js';
import App from './app.vue';

const app = createApp(App);
app.use(rollbarPlugin(notifier));
app.config.warnHandler = warnHandler(notifier);
app.mount('#root');
