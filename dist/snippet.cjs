'use strict';

var text = "!function(e){var n=e._rollbarConfig||{},t=n.globalAlias||\"Rollbar\";if(!e[t]){var r=n.endpoint||\"api.rollbar.com/api/1/item/\",a=document.createElement(\"script\"),c={createScriptURL:String},o={_h:[],_l:-100};o.wrap=Object,e[t]=o,\"critical handleUncaughtException configure handleUnhandledRejection wait captureEvent error warning info debug log warn\".replace(/\\w+/g,function(e){return o[e]=function(){var n=URL.createObjectURL(new Blob).slice(-36),t=[e,arguments,n,+new Date,location.href];return o._t?o._t(t):(o._l++<0&&o._h.push(t),{uuid:n})}}),!1!==n.captureUncaught&&addEventListener(\"error\",function(e){o._t||o.handleUncaughtException(e.message,e.filename,e.lineno,e.colno,e.error)}),!1!==n.captureUnhandledRejections&&addEventListener(\"unhandledrejection\",function(e){o._t||o.handleUnhandledRejection(e.reason)}),a.nonce=(document.currentScript||a).nonce,addEventListener(\"pagehide\",s),s(),a.crossOrigin=\"\",a.integrity=n.integrity||\"\",a.onerror=s;try{a.src=(e.trustedTypes?e.trustedTypes.createPolicy(\"rollcage\",c):c).createScriptURL(n.rollbarJsUrl||\"\"),document.head.appendChild(a)}catch(e){}}function i(e){return String(e).slice(0,255)}function s(){o._t||(setTimeout(s,5e3),n.accessToken&&!1!==n.enabled&&!1!==n.transmit&&o._h.splice(0).forEach(function(e){var t=e[0],a=e[1];try{var c=\"h\"==t[0],s=a[4]||((a[1]||o).message?a[1]:a[0])||o;t.match(\"co|a[ip]\")?o._h.push(e):fetch(r.replace(/^(?!https?:|\\W)/,\"https://\"),{method:\"POST\",mode:\"no-cors\",keepalive:!0,body:JSON.stringify({access_token:n.accessToken,data:{body:c||s.message?{trace:{frames:c&&a[3]>0?[{filename:a[1],lineno:a[2],colno:a[3]}]:[],exception:{class:i(s.name||\"(unknown)\"),description:i(s.stack||\"\"),message:i(s.message||a[0])}}}:{message:{body:i(a[0])}},timestamp:Math.floor(e[3]/1e3),uuid:e[2],request:{url:e[4].split(/[?#]/)[0]},platform:\"browser\",level:c?\"error\":\"log\"==t?\"debug\":\"warn\"==t?\"warning\":t,environment:i(n.environment||\"unknown\")}})}).catch(function(){o._h.push(e)})}catch(n){o._h.push(e)}}))}}(window);";

/** The door `rollcage/snippet`, for pages that are rendered on a server. */
/**
 * The inline loader as text, for a `<script>` of the page after one line that sets
 * `var _rollbarConfig = { accessToken, rollbarJsUrl, … };`. It is safe inside HTML as it stands;
 * of the configuration, write `<` as `\u003c`.
 */
const snippet = text;

exports.snippet = snippet;
