import Rollbar from 'rollcage';

// @ts-expect-error no such level
const level: Rollbar.Level = 'fatal';
// @ts-expect-error a wrong type
const configuration: Rollbar.Configuration = { captureUncaught: 'yes' };
// @ts-expect-error an unknown option
const unknown: Rollbar.Configuration = { acessToken: 'token' };
// @ts-expect-error a person without an id
const payload: Rollbar.Payload = { person: { username: 'chell' } };
// @ts-expect-error what a log method gives back has no promise
new Rollbar({}).error('x').then();
// @ts-expect-error error may be none
const told: Rollbar.Callback = (error) => error.message;
// @ts-expect-error no attribute that is told
const attribute: Rollbar.DomAttribute = { key: 'value', value: 'x' };
// @ts-expect-error of its server
type Handler = Rollbar.ExpressErrorHandler;
// @ts-expect-error a namespace of types is no value
console.log(Rollbar.Configuration);

export type { Handler };
export { attribute, configuration, level, payload, told, unknown };
