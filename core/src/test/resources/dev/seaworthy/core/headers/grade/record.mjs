// SPDX-License-Identifier: Apache-2.0
// Records what the published analyser says about made-up answers. In an empty folder, Node 20:
//   npm install --ignore-scripts @mdn/mdn-http-observatory@1.4.8
//   echo "{}" > node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json   (nobody is on the preload list)
//   node record.mjs > observatory-4.txt      (with this file copied into that folder)
// Format: "= name", then "> Header: value" lines, "| line of the page", "- test verdict points", "score letter".
import { Requests } from "./node_modules/@mdn/mdn-http-observatory/src/types.js";
import { ALL_TESTS, ALGORITHM_VERSION } from "./node_modules/@mdn/mdn-http-observatory/src/constants.js";
import { getGradeForScore, getScoreModifier } from "./node_modules/@mdn/mdn-http-observatory/src/grader/grader.js";
import { Session } from "./node_modules/@mdn/mdn-http-observatory/src/retriever/session.js";
import { AxiosHeaders } from "axios";
import { CookieJar } from "tough-cookie";

const HOST = "shop.seaworthy.test";
const full = {
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};
const cases = [];
const add = (name, headers, page) => cases.push({ name, headers, page });
const but = (changes) => {
  const merged = { ...full, ...changes };
  for (const name of Object.keys(merged)) if (merged[name] === undefined) delete merged[name];
  return merged;
};
add("nothing", {});
add("hsts only", { "Strict-Transport-Security": "max-age=31536000 ; includeSubDomains" });
add("spring security 7", {
  "X-Content-Type-Options": "nosniff",
  "X-XSS-Protection": "0",
  "Cache-Control": "no-cache, no-store, max-age=0, must-revalidate",
  "X-Frame-Options": "DENY",
  "Strict-Transport-Security": "max-age=31536000 ; includeSubDomains",
});
add("helmet 8", {
  "Content-Security-Policy":
    "default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "SAMEORIGIN",
});
add("api", but({ "Content-Type": "application/json" }));
const policies = {
  "none alone": "default-src 'none'",
  "none, not framing": "default-src 'none'; form-action 'self'",
  self: "default-src 'self'",
  "self and framing": "default-src 'self'; frame-ancestors 'self'",
  "upper case": "DEFAULT-SRC 'NONE'; Frame-Ancestors 'NONE'",
  "inline script": "default-src 'none'; script-src 'unsafe-inline'",
  "inline script with nonce": "default-src 'none'; script-src 'nonce-abcdefghijklmnop' 'unsafe-inline'",
  "inline script with hash": "default-src 'none'; script-src 'sha256-abcdef' 'unsafe-inline'",
  "inline default": "default-src 'self' 'unsafe-inline'",
  "inline style": "default-src 'self'; style-src 'self' 'unsafe-inline'",
  "inline style with nonce": "default-src 'self'; style-src 'nonce-abcdefghijklmnop' 'unsafe-inline'",
  "data style": "default-src 'none'; style-src data:",
  "https style": "default-src 'none'; style-src https:",
  "data script": "default-src 'none'; script-src data:",
  "https script": "default-src 'none'; script-src https:",
  "star script": "default-src 'none'; script-src *",
  "star object": "default-src 'none'; object-src *",
  "no script": "img-src 'self'",
  "no object": "script-src 'self'",
  "object and script": "script-src 'self'; object-src 'none'",
  eval: "default-src 'none'; script-src 'self' 'unsafe-eval'",
  "eval in style": "default-src 'none'; style-src 'unsafe-eval'",
  "http script": "default-src 'none'; script-src http://cdn.seaworthy.test",
  "http connect": "default-src 'none'; connect-src http://cdn.seaworthy.test",
  "http image": "default-src 'none'; img-src http://cdn.seaworthy.test",
  "http media": "default-src 'none'; media-src http:",
  "http default": "default-src http://cdn.seaworthy.test",
  "strict dynamic": "default-src 'none'; script-src 'strict-dynamic' 'nonce-abcdefghijklmnop'",
  "strict dynamic with fallbacks":
    "default-src 'none'; script-src 'strict-dynamic' 'nonce-abcdefghijklmnop' 'unsafe-inline' https: http: 'self'",
  "strict dynamic without nonce": "default-src 'none'; script-src 'strict-dynamic'",
  "google strict":
    "object-src 'none'; script-src 'nonce-abcdefghijklmnop' 'unsafe-inline' 'strict-dynamic' https: http:; base-uri 'none'",
  "reports twice": "default-src 'none'; report-uri /a; report-uri /b",
  "reports twice, unsafe": "default-src 'none'; script-src *; report-to a; report-to b",
  "reports once each": "default-src 'none'; report-uri /a; report-to a",
  twice: "default-src 'none'; default-src 'self'",
  short: "abc",
  unknown: "frobnicate all",
  "empty sources": "default-src",
  "none twice": "default-src 'none' 'none'",
  "none and self": "default-src 'none' 'self'",
  "broad with port": "default-src 'none'; script-src https://*:443",
  "broad hosts": "default-src 'none'; script-src https://*",
  "prefix covered": "default-src 'none'; script-src https://a.seaworthy.test https://a.seaworthy.test/deep",
  semicolons: ";; default-src 'none' ;;",
  upgrade: "default-src 'none'; upgrade-insecure-requests",
  "two policies": "default-src 'none', default-src 'self'",
  blob: "default-src 'none'; script-src blob:",
};
for (const [name, policy] of Object.entries(policies)) add("policy " + name, but({ "Content-Security-Policy": policy }));
add("policy observed", but({ "Content-Security-Policy": undefined, "Content-Security-Policy-Report-Only": "default-src 'none'" }));
add("policy missing", but({ "Content-Security-Policy": undefined }));
const self = { "Content-Security-Policy": "default-src 'self'" };
for (const value of ["DENY", "deny", "SAMEORIGIN", "ALLOW-FROM https://a.test", "DENY, DENY", "no", undefined])
  add("framing " + value, but({ ...self, "X-Frame-Options": value }));
for (const value of [undefined, "max-age=15552000", "max-age=15551999", "max-age=0", "max-age=31536000, max-age=31536000", "includeSubDomains", "max-age=x", "MAX-AGE=31536000; PRELOAD", "max-age=31536000x", "max-age=-5", 'max-age="31536000"'])
  add("transport " + value, but({ "Strict-Transport-Security": value }));
for (const value of [undefined, "no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade", "no-referrer, strict-origin-when-cross-origin", "no-referrer, unsafe-url", "no-referrer, whatever", "whatever", "NO-REFERRER"])
  add("referrer " + value, but({ "Referrer-Policy": value }));
for (const value of [undefined, "nosniff", "NoSniff", "nosniff, nosniff", "no"])
  add("sniffing " + value, but({ "X-Content-Type-Options": value }));
for (const value of [undefined, "same-origin", "same-site", "cross-origin", "Same-Origin", "same-origin, same-origin", "no"])
  add("resource " + value, but({ "Cross-Origin-Resource-Policy": value }));
const cookies = {
  hardened: ["JSESSIONID=1; Path=/; Secure; HttpOnly; SameSite=Lax"],
  "host prefix": ["__Host-SESSION=1; Path=/; Secure; HttpOnly; SameSite=Strict"],
  "no same site": ["JSESSIONID=1; Secure; HttpOnly"],
  "one without same site": ["a=1; Secure; SameSite=Lax", "b=1; Secure"],
  "session readable": ["JSESSIONID=1; Secure; SameSite=Lax"],
  "other readable": ["theme=1; Secure; SameSite=Lax"],
  insecure: ["theme=1; SameSite=Lax"],
  "session insecure": ["JSESSIONID=1; HttpOnly; SameSite=Lax"],
  "same site wrong": ["theme=1; Secure; SameSite=Maybe"],
  "same site empty": ["theme=1; Secure; SameSite"],
  "same site none": ["theme=1; Secure; SameSite=None"],
  "same site none insecure": ["theme=1; SameSite=None"],
  "forgery token": ["XSRF-TOKEN=1; Secure; SameSite=Lax"],
  "csrf token": ["csrftoken=1; Secure"],
  login: ["login=1; Secure; HttpOnly; SameSite=lax"],
  "many wrong": ["sess=1", "csrf=2", "x=3; SameSite=no"],
};
for (const [name, values] of Object.entries(cookies)) {
  add("cookie " + name, but({ "Set-Cookie": values }));
  add("cookie without hsts " + name, but({ "Set-Cookie": values, "Strict-Transport-Security": undefined }));
}
const pages = {
  "no script": "<html><body>hello</body></html>",
  inline: "<html><script>1</script></html>",
  own: '<html><script src="/a.js"></script></html>',
  "own with integrity": '<html><script src="a.js" integrity="sha384-abc"></script></html>',
  "own, one with integrity": '<html><script src="a.js" integrity="sha384-abc"></script><script src="b.js"></script></html>',
  "foreign with integrity": '<html><script src="https://cdn.elsewhere.test/a.js" integrity="sha384-abc" crossorigin="anonymous"></script></html>',
  "foreign without integrity": '<html><script src="https://cdn.elsewhere.test/a.js"></script></html>',
  "foreign over http": '<html><script src="http://cdn.elsewhere.test/a.js"></script></html>',
  "foreign over http with integrity": '<html><script src="http://cdn.elsewhere.test/a.js" integrity="sha384-abc"></script></html>',
  "foreign without scheme": '<html><script src="//cdn.elsewhere.test/a.js"></script></html>',
  "own with, foreign without": '<html><script src="a.js" integrity="sha384-abc"></script><script src="https://cdn.elsewhere.test/a.js"></script></html>',
  commented: '<html><!-- <script src="https://cdn.elsewhere.test/a.js"></script> --><p>x</p></html>',
  quotes: "<html><SCRIPT defer src='a.js' integrity='sha384-abc'></SCRIPT></html>",
};
for (const [name, page] of Object.entries(pages)) add("page " + name, but({}), page);

for (const { name, headers, page } of cases) {
  const requests = new Requests(HOST);
  const response = () => {
    const axios = new AxiosHeaders({ "Content-Type": "text/html" });
    for (const [header, value] of Object.entries(headers)) axios.set(header, value);
    return { headers: axios, request: { headers: new AxiosHeaders() }, status: 200, verified: true, data: "", httpEquiv: new Map() };
  };
  requests.responses.auto = response();
  requests.responses.cors = response();
  requests.responses.http = response();
  requests.responses.https = response();
  requests.responses.httpRedirects = [
    { url: new URL("http://" + HOST + "/"), status: 301 },
    { url: new URL("https://" + HOST + "/"), status: 200 },
  ];
  requests.session = new Session(new URL("https://" + HOST + "/"));
  requests.session.jar = new CookieJar();
  requests.resources.path = page ?? "";
  for (const cookie of headers["Set-Cookie"] ?? [])
    requests.session.jar.setCookieSync(cookie, "https://" + HOST + "/", { ignoreError: true });
  console.log("= " + name);
  const sent = { "Content-Type": "text/html", ...headers };
  for (const [header, value] of Object.entries(sent)) for (const one of [value].flat()) console.log("> " + header + ": " + one);
  if (page) console.log("| " + page);
  let bonus = 0, lost = 0;
  for (const test of ALL_TESTS) {
    const output = test(requests);
    const points = getScoreModifier(output.result);
    bonus += Math.max(0, points);
    lost += Math.min(0, points);
    console.log("- " + output.constructor.name + " " + output.result + " " + points);
  }
  const grade = getGradeForScore(100 + lost >= 90 ? 100 + lost + bonus : 100 + lost);
  console.log(grade.score + " " + grade.grade);
}
console.error("algorithm " + ALGORITHM_VERSION + ", " + cases.length + " answers");
