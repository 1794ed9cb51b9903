/**
 * The inline loader. ES5 syntax throughout and no import that is more than a type: its text stands
 * in the page. It listens at once, stands in for every public method, and asks for the bundle;
 * if that does not come, it sends what it holds by itself, as small but valid items.
 */
import type { HeldCall, LoaderWindow, Stub } from './contract';

// The order of fields and statements is that which compresses best.
(function (window: LoaderWindow) {
  var config = window._rollbarConfig || {};
  var alias = config.globalAlias || 'Rollbar';
  // Standing in the page twice, or after the bundle, there is nothing to do.
  if (window[alias]) return;

  var endpoint = config.endpoint || 'api.rollbar.com/api/1/item/';
  var script = document.createElement('script');
  var asItIs = { createScriptURL: String };
  var stub = { _h: [], _l: -100 } as unknown as Stub;
  // Gives a function back as it is.
  stub.wrap = Object;
  window[alias] = stub;

  // A loop over words, in the fewest bytes.
  'critical handleUncaughtException configure handleUnhandledRejection wait captureEvent error warning info debug log warn'.replace(
    /\w+/g,
    function (method): string {
      return (stub[method] = function () {
        // A blob's URL ends in a uuid of version 4.
        var uuid = URL.createObjectURL(new Blob()).slice(-36);
        var call: HeldCall = [method, arguments, uuid, +new Date(), location.href];
        if (stub._t) return stub._t(call);
        if (stub._l++ < 0) stub._h.push(call);
        return { uuid: uuid };
      }) as never;
    },
  );

  function cut(value: unknown) {
    return String(value).slice(0, 255);
  }

  /**
   * Every five seconds until the bundle has taken over, when it is known that it will not, and
   * when the page goes: sends what is held. Without the bundle that is little: no frame but the
   * browser's own, nothing of the page.
   */
  function sendAll() {
    if (stub._t) return;
    setTimeout(sendAll, 5e3);
    if (!config.accessToken || config.enabled === false || config.transmit === false) return;
    stub._h.splice(0).forEach(function (call) {
      var method = call[0];
      var args = call[1] as ArrayLike<Partial<Error>>;
      try {
        var isThrown = method[0] == 'h';
        // The stub stands for an object without any of this.
        var error = (args[4] ||
          ((args[1] || stub).message ? args[1] : args[0]) ||
          stub) as Partial<Error>;
        // `configure`, `wait` and `captureEvent` are for the bundle, should it come after all.
        if (method.match('co|a[ip]')) stub._h.push(call);
        else
          fetch(endpoint.replace(/^(?!https?:|\W)/, 'https://'), {
            method: 'POST',
            // An answer nobody reads would count as under way for as long as the page lives.
            mode: 'no-cors',
            keepalive: true,
            body: JSON.stringify({
              access_token: config.accessToken,
              data: {
                body:
                  isThrown || error.message
                    ? {
                        trace: {
                          frames:
                            isThrown && (args[3] as number) > 0
                              ? [{ filename: args[1], lineno: args[2], colno: args[3] }]
                              : [],
                          exception: {
                            class: cut(error.name || '(unknown)'),
                            description: cut(error.stack || ''),
                            message: cut(error.message || args[0]),
                          },
                        },
                      }
                    : { message: { body: cut(args[0]) } },
                timestamp: Math.floor(call[3] / 1e3),
                uuid: call[2],
                // Without query and fragment: there is no scrubbing here.
                request: { url: call[4].split(/[?#]/)[0] },
                platform: 'browser',
                level: isThrown
                  ? 'error'
                  : method == 'log'
                    ? 'debug'
                    : method == 'warn'
                      ? 'warning'
                      : method,
                environment: cut(config.environment || 'unknown'),
              },
            }),
          }).catch(function () {
            stub._h.push(call);
          });
      } catch (e) {
        stub._h.push(call);
      }
    });
  }

  // Once the bundle has taken over, it listens itself.
  if (config.captureUncaught !== false) {
    addEventListener('error', function (event) {
      if (!stub._t) {
        stub.handleUncaughtException(
          event.message,
          event.filename,
          event.lineno,
          event.colno,
          event.error,
        );
      }
    });
  }
  if (config.captureUnhandledRejections !== false) {
    addEventListener('unhandledrejection', function (event) {
      if (!stub._t) stub.handleUnhandledRejection(event.reason);
    });
  }
  script.nonce = (document.currentScript || script).nonce;
  addEventListener('pagehide', sendAll);
  // Nothing is held yet; this starts the clock.
  sendAll();
  // The empty text is `anonymous`.
  script.crossOrigin = '';
  script.integrity = config.integrity || '';
  script.onerror = sendAll;
  try {
    // Throws where Trusted Types forbid this policy.
    script.src = (
      window.trustedTypes ? window.trustedTypes.createPolicy('rollcage', asItIs) : asItIs
    ).createScriptURL(config.rollbarJsUrl || '');
    // With an empty URL this is an error of the script, too.
    document.head.appendChild(script);
  } catch (e) {
    // Then what is held leaves by the clock.
  }
})(window as never);
