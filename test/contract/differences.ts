/**
 * Where an item of ours may differ from that of rollbar.js 3.1.0 for the same input, and why. Shown
 * side by side: a difference that is not here fails the test, and so does one that no input shows.
 */
export interface Wanted {
  /** Keys joined by dots; `*` stands for one of them, `**` for any that follow. */
  path: string;
  /** Who alone has something there; without it, both have, and differently; either: any of it. */
  only?: 'rollbar.js' | 'Rollcage' | 'either';
  /** The inputs that may show it; any, if left out. */
  inputs?: readonly string[];
  reason: string;
}

const notices = ['maxItems', 'itemsPerMinute', 'global'];
const thrown = [
  'a thrown text',
  'a thrown number',
  'a thrown object',
  'a thrown null',
  'an error of a script without CORS',
];
const rejected = [
  'a rejection with a text',
  'a rejection without a reason',
  'a rejection with null',
  'a rejection with a number',
  'a rejection with an object',
];

export const differences: readonly Wanted[] = [
  // Around the error.
  {
    path: 'access_token',
    only: 'Rollcage',
    reason:
      'In the body, as the API document has it. There is no header for it, so the browser asks nobody first.',
  },
  { path: 'data.attributes', only: 'rollbar.js', reason: 'There is no session and no tracing.' },
  { path: 'data.endpoint', only: 'rollbar.js', reason: 'Where items go is nothing of the item.' },
  {
    path: 'data.timestamp',
    only: 'Rollcage',
    reason: 'When it happened, also where it is sent later.',
  },
  {
    path: 'data.client.javascript.plugins',
    only: 'rollbar.js',
    reason: 'Every browser says the same.',
  },
  {
    path: 'data.client.javascript.viewport',
    only: 'Rollcage',
    reason: 'The size of the page beside that of the screen.',
  },
  { path: 'data.notifier.name', reason: 'Another notifier.' },
  { path: 'data.notifier.version', reason: 'Another notifier.' },
  {
    path: 'data.notifier.configured_options',
    only: 'rollbar.js',
    reason: 'Options and the source of hooks are not for the API; `sendConfig` sends the options.',
  },
  {
    path: 'data.notifier.diagnostic.raw_error',
    only: 'rollbar.js',
    reason: 'The same once more, past the scrubber.',
  },
  {
    path: 'data.notifier.diagnostic.dropped',
    only: 'Rollcage',
    reason: 'What was not sent is counted in what is.',
  },
  {
    path: 'data.context',
    only: 'rollbar.js',
    reason: 'Where none is set, there is none; rollbar.js sends an empty text.',
  },
  {
    path: 'data.uuid',
    only: 'Rollcage',
    inputs: notices,
    reason: 'The notice of a limit has all that an item has.',
  },
  {
    path: 'data.level',
    only: 'Rollcage',
    inputs: [...notices, 'sendJsonPayload'],
    reason: 'A notice is a warning; and what has no level gets one.',
  },
  {
    path: 'data.request',
    only: 'Rollcage',
    inputs: notices,
    reason: 'The notice of a limit has all that an item has.',
  },
  {
    path: 'data.client',
    only: 'Rollcage',
    inputs: notices,
    reason: 'The notice of a limit has all that an item has.',
  },
  {
    path: 'data.server',
    only: 'Rollcage',
    inputs: notices,
    reason: 'The notice of a limit has all that an item has.',
  },
  {
    path: 'data.notifier.diagnostic',
    only: 'Rollcage',
    inputs: notices,
    reason: 'The notice of a limit has all that an item has.',
  },
  {
    path: 'data.body.telemetry',
    only: 'Rollcage',
    inputs: notices,
    reason: 'The notice of a limit has all that an item has.',
  },

  // What options say.
  {
    path: 'data.code_version',
    only: 'Rollcage',
    inputs: ['codeVersion'],
    reason: 'The option works.',
  },
  {
    path: 'data.client.javascript.code_version',
    only: 'Rollcage',
    inputs: ['codeVersion'],
    reason: 'The option works.',
  },
  { path: 'data.person', only: 'Rollcage', inputs: ['person'], reason: 'The option works.' },
  { path: 'data.context', inputs: ['context'], reason: 'The option works.' },
  { path: 'data.framework', inputs: ['framework'], reason: 'The option works.' },
  { path: 'data.person.id', inputs: ['payload.person'], reason: 'The API wants a text.' },
  {
    path: 'data.person.password',
    inputs: ['a secret in payload'],
    reason: 'The scrubber comes last.',
  },
  {
    path: 'data.server.password',
    inputs: ['a secret from transform'],
    reason: 'The scrubber comes last.',
  },
  {
    path: 'data.custom.*',
    inputs: ['secrets of names that are new'],
    reason: 'More names of secrets are known.',
  },
  {
    path: 'data.custom._rollbarConfig.**',
    only: 'either',
    inputs: ['sendConfig'],
    reason: 'The options that are here, with their defaults.',
  },

  // The error.
  {
    path: 'data.body.**.extra',
    only: 'rollbar.js',
    reason: 'Data is sent once, in `data.custom`.',
  },
  {
    path: 'data.body.trace.exception.message',
    inputs: ['an error with a colon', 'guessErrorClass'],
    reason:
      'A message stays whole; rollbar.js cuts what looks like a class off it. See `stripClassPrefix`.',
  },
  {
    path: 'data.body.trace.exception.class',
    inputs: ['an error of a class'],
    reason: 'The name that the error has; that of its constructor is another in each build.',
  },
  {
    path: 'data.body.trace.exception.message',
    inputs: ['a thrown object', 'a rejection with an object'],
    reason: 'Its keys group it; its values are data.',
  },
  {
    path: 'data.body.trace.exception.message',
    inputs: ['a rejection with a text', 'a rejection without a reason', 'a rejection with null'],
    reason: 'The reason as it is, and in words where there is none.',
  },
  {
    path: 'data.body.trace.exception.description',
    only: 'rollbar.js',
    inputs: [...rejected, 'a rejection with an error', 'handleUnhandledRejection'],
    reason: 'It would be the message again.',
  },
  {
    path: 'data.body.trace.exception.description',
    inputs: ['an error of a script without CORS'],
    reason: 'A hint in the place of the message again.',
  },
  {
    path: 'data.body.**.exception.raw',
    only: 'rollbar.js',
    reason: 'Not in the API document; it is the message again.',
  },
  {
    path: 'data.body.trace.frames.0',
    only: 'rollbar.js',
    inputs: [...rejected, 'an error of a script without CORS'],
    reason: 'Where no call is known, there is no frame of an unknown one.',
  },
  {
    path: 'data.body.trace.frames.0.*',
    only: 'either',
    inputs: ['a syntax error'],
    reason: 'The place of the error, in the place of its message as a file.',
  },
  {
    path: 'data.body.trace_chain.1.exception.*',
    inputs: ['a cause that is a text', 'a cause that is data'],
    reason: 'A cause that is no error says what it is.',
  },
  {
    path: 'data.body.trace',
    only: 'rollbar.js',
    inputs: ['an AggregateError'],
    reason: 'The errors it gathers go with it, as a chain.',
  },
  {
    path: 'data.body.trace_chain',
    only: 'Rollcage',
    inputs: ['an AggregateError'],
    reason: 'The errors it gathers go with it, as a chain.',
  },
  {
    path: 'data.body.message',
    only: 'rollbar.js',
    inputs: ['an object like an error'],
    reason: 'What has a message and a stack is an error.',
  },
  {
    path: 'data.body.trace',
    only: 'Rollcage',
    inputs: ['an object like an error'],
    reason: 'What has a message and a stack is an error.',
  },
  {
    path: 'data.notifier.diagnostic.original_arg_types.0',
    inputs: ['a DOMException'],
    reason: 'It is told by its own name.',
  },
  {
    path: 'data.notifier.diagnostic.original_arg_types.1',
    inputs: thrown,
    reason: 'Hooks get what was thrown, also where it is no error.',
  },
  {
    path: 'data.notifier.diagnostic.original_arg_types.2',
    only: 'Rollcage',
    inputs: thrown,
    reason: 'Hooks get the data as the third.',
  },
  {
    path: 'data.notifier.diagnostic.original_arg_types.2',
    inputs: ['a rejection with an object'],
    reason: 'Hooks get the data as the third.',
  },

  // The data.
  {
    path: 'data.custom',
    only: 'Rollcage',
    inputs: ['a cause that is a text', 'a cause that is data', 'a DOMException', 'a thrown object'],
    reason: 'What a thrown value says beside its message is kept.',
  },
  {
    path: 'data.custom',
    only: 'rollbar.js',
    inputs: rejected,
    reason: 'A reason that is a text is the message, and not said again.',
  },
  {
    path: 'data.custom',
    inputs: ['data with a getter that throws'],
    reason: 'One field that cannot be read costs no other.',
  },
  {
    path: 'data.custom.*',
    inputs: ['arrays in data', 'a Map and a Set'],
    reason: 'A list is a list.',
  },
  {
    path: 'data.custom.*',
    only: 'rollbar.js',
    inputs: ['an array'],
    reason: 'A list that is logged is no data by name; it is in `extraArgs`.',
  },
  {
    path: 'data.custom.extraArgs',
    only: 'Rollcage',
    inputs: ['an array'],
    reason: 'A list that is logged is no data by name; it is in `extraArgs`.',
  },
  { path: 'data.custom.extraArgs', reason: 'A list, and nothing in it is lost.' },
  {
    path: 'data.custom.error.*',
    only: 'Rollcage',
    inputs: ['an error in data'],
    reason: 'An error in the data says what it is.',
  },
  {
    path: 'data.custom.act',
    only: 'Rollcage',
    inputs: ['a function in data'],
    reason: 'A function is named.',
  },
  { path: 'data.custom.element', inputs: ['an element'], reason: 'An element is named.' },
  { path: 'data.custom.b.a', inputs: ['data with a cycle'], reason: 'Another word for a circle.' },
  {
    path: 'data.custom._wrappedSource',
    only: 'rollbar.js',
    inputs: ['wrap'],
    reason: 'The source of a function is not for the API.',
  },

  // Telemetry.
  {
    path: 'data.body.telemetry',
    only: 'rollbar.js',
    inputs: ['no telemetry by maxTelemetryEvents', 'no arguments'],
    reason: '0 events are none; and an empty list is left out.',
  },
  {
    path: 'data.body.telemetry.log.level',
    inputs: ['telemetry of the console', 'payload with all it may have'],
    reason: 'A level that the API knows, and that of the item.',
  },
  {
    path: 'data.body.telemetry.log.body.extraArgs',
    inputs: ['null', 'a number', 'true'],
    reason: 'A list is a list.',
  },
  {
    path: 'data.body.telemetry.log.body.message',
    inputs: ['a rejection with a text', 'a rejection without a reason', 'a rejection with null'],
    reason: 'As the message of the item.',
  },
  {
    path: 'data.body.telemetry.log.body.message',
    only: 'rollbar.js',
    inputs: ['a rejection with an object'],
    reason: 'The object itself.',
  },
  {
    path: 'data.body.telemetry.log.body.code',
    only: 'Rollcage',
    inputs: ['a rejection with an object'],
    reason: 'The object itself.',
  },
  {
    path: 'data.body.telemetry.log',
    only: 'rollbar.js',
    inputs: ['an object like an error'],
    reason: 'What has a message and a stack is an error.',
  },
  {
    path: 'data.body.telemetry.error',
    only: 'Rollcage',
    inputs: ['an object like an error'],
    reason: 'What has a message and a stack is an error.',
  },
  {
    path: 'data.body.telemetry.error.body.stack',
    inputs: ['wrap'],
    reason: 'The place of our own script in it.',
  },
  {
    path: 'data.body.telemetry.log.**',
    inputs: ['reportLevel'],
    reason: 'What was not reported is no event.',
  },
  {
    path: 'data.body.telemetry.log 2',
    only: 'rollbar.js',
    inputs: ['reportLevel'],
    reason: 'What was not reported is no event.',
  },
  {
    path: 'data.body.telemetry.log.body.*',
    only: 'either',
    inputs: ['telemetry of a policy'],
    reason: 'Directive, address and place, not all in one text.',
  },
  {
    path: 'data.body.telemetry.connectivity',
    only: 'Rollcage',
    reason: 'rollbar.js 3 notes it, and leaves it out of the item.',
  },
  {
    path: 'data.body.telemetry.connectivity 2',
    only: 'Rollcage',
    reason: 'rollbar.js 3 notes it, and leaves it out of the item.',
  },
  { path: 'data.body.telemetry.dom click.body.element', reason: 'From the root on.' },
  {
    path: 'data.body.telemetry.dom click.body.type',
    only: 'rollbar.js',
    reason: 'The subtype says it.',
  },
  {
    path: 'data.body.telemetry.dom text',
    only: 'rollbar.js',
    reason: 'What was typed is not recorded.',
  },
  {
    path: 'data.body.telemetry.dom input',
    only: 'Rollcage',
    reason: 'That something was typed is.',
  },
  {
    path: 'data.body.telemetry.navigation',
    only: 'Rollcage',
    inputs: ['telemetry of replaceState'],
    reason: 'Also a change that makes no entry in the history.',
  },
  {
    path: 'data.body.telemetry.navigation *',
    only: 'Rollcage',
    inputs: ['telemetry as it is by default'],
    reason: 'How the page has come, also without a snippet.',
  },
  {
    path: 'data.body.telemetry.network *.body.request_content_type',
    only: 'rollbar.js',
    reason: 'One of the headers, where those are asked for.',
  },
  {
    path: 'data.body.telemetry.network *.body.response_content_type',
    only: 'rollbar.js',
    reason: 'One of the headers, where those are asked for.',
  },
  {
    path: 'data.body.telemetry.network fetch.body.*',
    inputs: ['telemetry of a fetch that is not answered'],
    reason: 'A request without an answer has an end, and is an error.',
  },
  {
    path: 'data.body.telemetry.network fetch.body.error',
    only: 'Rollcage',
    reason: 'And why there was none.',
  },
  {
    path: 'data.body.telemetry.network fetch.level',
    inputs: ['telemetry of a fetch that is not answered'],
    reason: 'A request without an answer has an end, and is an error.',
  },
];
