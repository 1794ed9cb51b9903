import { Rollbar, createNotifier } from 'rollcage';
import type { Body, Item, Options } from 'rollcage';

// @ts-expect-error an unknown option
const unknown: Options = { acessToken: 'token' };
// @ts-expect-error a wrong type
const type: Options = { enabled: 'no' };
// @ts-expect-error no level
const level: Options = { reportLevel: 'fatal' };
// @ts-expect-error only this one word
const ip: Options = { captureIp: 'blurred' };
// @ts-expect-error no such method
new Rollbar({}).fatal('x');
// @ts-expect-error options are an object
createNotifier('token');

// @ts-expect-error a trace without frames
const body: Body = { trace: { exception: { class: 'Error' } } };
// @ts-expect-error an item without a token
const item: Item = { data: { environment: 'test', body: { message: { body: 'x' } } } };
// @ts-expect-error what a log method gives back has no promise
new Rollbar({}).error('x').then();

export { body, ip, item, level, type, unknown };
