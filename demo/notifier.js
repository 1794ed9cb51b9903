/** The notifier of the example applications. `npm start` has the inspector they report to. */
import { browserPorts, createNotifier } from 'rollcage';

const inspector = 'http://127.0.0.1:8001/api/1/item/';

export const notifier = createNotifier(
  {
    accessToken: 'demo-token',
    environment: 'demo',
    endpoint: new URLSearchParams(location.search).get('endpoint') ?? inspector,
  },
  browserPorts(),
);
