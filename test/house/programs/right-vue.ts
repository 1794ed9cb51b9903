import { createApp, defineComponent } from 'vue';
import Rollbar, { browserPorts, createNotifier } from 'rollcage';
import { rollbarPlugin, warnHandler } from 'rollcage/vue';

const notifier = createNotifier({ accessToken: 'token' }, browserPorts());
const app = createApp(defineComponent({}));
app.use(rollbarPlugin(notifier)).use(rollbarPlugin(new Rollbar({})));
app.config.warnHandler = warnHandler(notifier);
