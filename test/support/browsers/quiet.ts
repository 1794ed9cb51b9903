// Browsers call home whatever their flags say, so everything but loopback meets a closed port.
export const proxy = { server: 'http://127.0.0.1:9', bypass: '127.0.0.1,localhost' };

export const chromiumArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
