"use strict";

const byId = (id) => document.getElementById(id);
const json = (value) => ({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });
const order = (changes) => ["/api/orders", json({
  customer: "ada@example.com", items: [{ sku: "TEA-1", quantity: 2 }], note: "leave at the door", ...changes,
})];

let lastOrder = null;

const ordered = (status) => status === 201
  ? "Two lines, the provider's and the shop's: both carry the id of this request."
  : "The order is kept: look at the newest 5. The log has a line for the order, and one when the door shuts.";

const groups = {
  orders: [
    ["A good order", () => order({}), ordered],
    ["Three mistakes", () => order({ customer: "ada", items: [{ sku: "TEA-1", quantity: 0 }], note: "two\nlines" }),
      "One line at INFO, no stack trace: this is the client's business. The refused values appear nowhere."],
    ["Quantity as text", () => order({ items: [{ sku: "TEA-1", quantity: "two" }] }), "The pointer names the place in your JSON."],
    ["Unknown property", () => order({ coupon: "SAVE10" }), "A misspelt property is refused rather than ignored."],
    ["Unknown SKU", () => order({ items: [{ sku: "TEA-9", quantity: 1 }] }), "A rule of the shop itself, in the same shape."],
    ["Broken JSON", () => ["/api/orders", { ...json({}), body: "{\"customer\": \"ada@" }], "400: it could not be read at all."],
    ["The last order", () => [`/api/orders/${lastOrder ?? crypto.randomUUID()}`], "Restart the shop and ask again: it is still there."],
    ["An unknown order", () => [`/api/orders/${crypto.randomUUID()}`], "404 with its own code, so a client can tell it from a wrong path."],
    ["A malformed id", () => ["/api/orders/<script>"], "404, and what you sent is not repeated."],
    ["The newest 5", () => ["/api/orders?limit=5"], null],
    ["The newest 1000", () => ["/api/orders?limit=1000"], "A query parameter out of range, with pointer and limits."],
  ],
  failures: [
    ["runtime", "One ERROR with the stack trace, under the id of this failure."],
    ["checked", "A file is missing. Its name is in the log and nowhere else."],
    ["error", "A stack overflow: answered like any other bug."],
    ["filter", "Fails before Spring sees the request: same shape."],
    ["send-error", "sendError(418): the text meant for nobody stays inside."],
    ["async", "Fails on another thread: the log line still has the id."],
    ["async-timeout", "503 with Retry-After, after half a second."],
    ["committed", "Half of the answer was sent already: the connection is cut, nothing is glued on, one log event."],
    ["db-unique", "A real second insert: 409, and no table name in sight."],
    ["db-down", "A real closed port: 503 with Retry-After."],
    ["upstream-401", "The provider refuses us: that is our fault (502), not yours (401)."],
    ["no-such-kind", "404, as for any unknown path."],
  ].map(([kind, look]) => [kind, () => [`/demo/fail/${kind}`], look]),
  other: [
    ["Log in", () => ["/api/login", json({ user: "ada", password: "difference-engine" })], null],
    ["Log in, wrongly", () => ["/api/login", json({ user: "ada", password: "guess" })], "Nothing that you typed is in the log."],
    ["Wrong method", () => ["/api/orders", { method: "DELETE" }], "See the header Allow."],
    ["Wrong media type", () => ["/api/orders", { method: "POST", headers: { "Content-Type": "text/csv" }, body: "tea;2" }],
      "See the header Accept."],
    ["As XML, please", () => ["/demo/fail/runtime", { headers: { Accept: "application/xml" } }], "Never an empty body."],
    ["As a browser", () => ["/demo/fail/runtime", { headers: { Accept: "text/html" } }], "HTML stays HTML: a small page with the same ids."],
    ["Health", () => ["/actuator/health"], null],
  ],
};

async function send(path, options = {}, look = null) {
  const headers = new Headers(options.headers);
  const own = byId("correlation").value.trim();
  if (own) {
    headers.set("X-Correlation-Id", own);
  }
  byId("request").textContent = `${options.method ?? "GET"} ${path}`;
  reveal("sent", options.body ?? null);
  byId("panel").scrollIntoView({ block: "nearest" });
  const started = performance.now();
  try {
    const response = await fetch(path, { ...options, headers });
    const body = await response.text();
    show(response, body, look, Math.round(performance.now() - started));
    return { response, body };
  } catch (failure) {
    showLost(failure, look);
    return null;
  } finally {
    refresh();
    refreshDoor();
  }
}

function show(response, body, look, millis) {
  const kind = response.status < 400 ? "good" : response.status < 500 ? "warn" : "bad";
  reveal("status", `${response.status} · ${millis} ms`);
  byId("status").className = `status ${kind}`;
  reveal("headers", [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n"));
  reveal("answer", pretty(body) || "(empty)");
  const problem = parse(body) ?? {};
  lookInLog(typeof look === "function" ? look(response.status) : look,
    response.headers.get("X-Correlation-Id"), problem.instance?.replace("urn:uuid:", ""));
}

function showLost(failure, look) {
  reveal("status", "No complete answer");
  byId("status").className = "status bad";
  reveal("headers", null);
  reveal("answer", String(failure));
  lookInLog(look, null, null);
}

function lookInLog(look, correlation, instance) {
  const box = byId("look");
  box.replaceChildren();
  box.hidden = !look && !correlation;
  if (look) {
    paragraph(box, look);
  }
  if (correlation) {
    paragraph(box, "In the log, look for ", correlation);
  }
  if (instance) {
    paragraph(box, "and for this one failure ", instance);
  }
}

function paragraph(box, text, code = null) {
  const p = document.createElement("p");
  p.append(text);
  if (code) {
    const c = document.createElement("code");
    c.textContent = code;
    p.append(c);
  }
  box.append(p);
}

function reveal(id, text) {
  const element = byId(id);
  const heading = element.previousElementSibling;
  element.hidden = text === null;
  element.textContent = text ?? "";
  if (heading?.tagName === "H3") {
    heading.hidden = text === null;
  }
}

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Breaks JSON into lines and leaves every value as it came: 9.80 stays 9.80. */
function pretty(body) {
  if (parse(body) === null) {
    return body;
  }
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  return body.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]|\s+|[^\s{}[\],:"]+/g, (token) => {
    switch (token) {
      case "{": case "[": depth++; return token + line();
      case "}": case "]": depth--; return line() + token;
      case ",": return token + line();
      case ":": return ": ";
      default: return token.trim() ? token : "";
    }
  }).replace(/([{[])\n\s*([}\]])/g, "$1$2");
}

async function refresh() {
  try {
    const response = await fetch("/demo/provider");
    if (!response.ok) {
      return;
    }
    const state = await response.json();
    for (const counter of ["charges", "replays", "doubleCharges"]) {
      byId(counter).textContent = state[counter];
    }
    byId("doubleCharges").classList.toggle("alarm", state.doubleCharges > 0);
    for (const button of byId("moods").children) {
      button.setAttribute("aria-pressed", String(button.dataset.mode === state.mode));
    }
  } catch {
    byId("charges").textContent = "–";
  }
}

async function refreshDoor() {
  try {
    const door = await (await fetch("/demo/door")).json();
    byId("door").textContent = (door.mode === "AUTOMATIC" ? door.breaker : door.mode).toLowerCase().replace("_", "-");
    byId("doorNote").textContent = door.opensInMillis > 0
      ? `nothing out for ${Math.ceil(door.opensInMillis / 1000)} s`
      : `${door.recentCalls} attempts`;
    byId("door").classList.toggle("alarm", door.opensInMillis > 0);
  } catch {
    byId("door").textContent = "–";
  }
}

function button(label, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", async () => {
    element.disabled = true;
    try {
      await action();
    } finally {
      element.disabled = false;
    }
  });
  return element;
}

async function place(path, options, look) {
  const sent = await send(path, options, look);
  if (sent?.response.status === 201) {
    lastOrder = parse(sent.body)?.id ?? lastOrder;
  }
}

for (const [group, requests] of Object.entries(groups)) {
  for (const [label, request, look] of requests) {
    byId(group).append(button(label, () => place(request()[0], request()[1], look)));
  }
}

const moods = {
  UP: "Pays at once.",
  DOWN: "Now order: three attempts, then a clear 503. After four orders the door shuts: 503 at once, and the team is told once.",
  SLOW: "Now order: the money is taken, the answer never comes. Three attempts under one key, 503 within four seconds, no double charge.",
  FLAKY: "Now order: a 503 of theirs, then the money is taken and the connection reset. The order waits; no card pays twice.",
  DECLINE: "Now order: PAYMENT_DECLINED, a 422 of our own. That is no fault of the provider: its door stays open.",
};
for (const [mode, look] of Object.entries(moods)) {
  const element = button(mode, () => send("/demo/provider", { ...json({ mode }), method: "PUT" }, look));
  element.dataset.mode = mode;
  byId("moods").append(element);
}

const hands = {
  FORCED_OPEN: ["Shut it by hand", "Now order: 503 at once, whatever the provider's mood."],
  AUTOMATIC: ["Give it back", "The breaker decides again."],
};
for (const [mode, [label, look]] of Object.entries(hands)) {
  byId("hands").append(button(label, () => send("/demo/door", { ...json({ mode }), method: "PUT" }, look)));
}

byId("send").addEventListener("click", () => place("/api/orders",
  { method: "POST", headers: { "Content-Type": "application/json" }, body: byId("body").value }, ordered));
byId("curl").textContent = `curl -gi 'http://${location.host}/{'`;
refresh();
refreshDoor();
