/** "notifier": a house test holds the version equal to package.json. */
const notifier = { name: 'rollcage', version: '0.1.0' };

export { notifier };
