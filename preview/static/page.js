"use strict";
// The page draws nothing itself: it asks the server for finished pieces and puts them in place.

const me = document.body.dataset.me;
const channel = document.body.dataset.channel;
const tab = document.body.dataset.tab;
let thread = document.body.dataset.thread;
const commands = JSON.parse(document.getElementById("commands").textContent);
const threadPane = document.getElementById("thread");
const places = { channel: document.getElementById("messages"), thread: threadPane.querySelector(".messages") };
const modal = document.getElementById("modal");

const address = (path, more) => `${path}?${new URLSearchParams({ as: me, channel, ...more })}`;

async function piece(path, more = {}) {
  const answer = await fetch(address(path, more));
  return answer.ok ? answer.text() : "";
}

function notice(text) {
  const line = document.createElement("p");
  line.textContent = text;
  document.getElementById("notices").append(line);
  setTimeout(() => line.remove(), 8000);
}

async function act(what, more = {}) {
  const body = JSON.stringify({ act: what, as: me, ...more });
  const answer = await fetch("/client/act", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  if (!answer.ok) notice((await answer.json()).error);
  return answer.ok;
}

// Pieces that change: one refresh at a time each, and one more if something happened meanwhile.
function refresher(draw) {
  let running = false;
  let again = false;
  return async () => {
    if (running) { again = true; return; }
    running = true;
    try {
      do { again = false; await draw(); } while (again);
    } finally { running = false; }
  };
}

// What has not changed stays as it is, so that nobody's click falls between two drawings of one button.
function update(place, html) {
  const drawn = document.createElement("template");
  drawn.innerHTML = html;
  const fresh = [...drawn.content.children];
  const old = [...place.children];
  fresh.forEach((node, number) => {
    if (!old[number]) place.append(node);
    else if (old[number].outerHTML !== node.outerHTML) old[number].replaceWith(node);
  });
  old.slice(fresh.length).forEach((node) => node.remove());
}

function fill(place, html) {
  const atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 80;
  update(place, html);
  if (atEnd && tab !== "home") place.scrollTop = place.scrollHeight;
}

const drawMain = refresher(async () => {
  fill(places.channel, await piece(tab === "home" ? "/client/home" : "/client/messages"));
});
const drawThread = refresher(async () => {
  threadPane.hidden = !thread;
  if (!thread) return;
  // One reads a thread from its head; only who has scrolled down to its end stays there.
  const reading = places.thread.scrollTop === 0;
  fill(places.thread, await piece("/client/messages", { thread }));
  if (reading) places.thread.scrollTop = 0;
});
const drawSide = refresher(async () => {
  document.getElementById("channels").innerHTML = await piece("/client/sidebar");
});
const drawModal = refresher(async () => {
  const html = await piece("/client/modal");
  if (!html) { modal.close(); modal.innerHTML = ""; return; }
  const kept = modal.querySelector("form") ? filled(modal) : {};
  modal.innerHTML = html;
  restore(kept);
  if (!modal.open) modal.showModal();
});

function drawAll() { drawMain(); drawThread(); drawModal(); }

// What is filled in, by action_id; and back again after the modal was drawn anew.
function filled(root) {
  const values = {};
  for (const field of root.querySelectorAll("[data-action]")) {
    if (["BUTTON", "A"].includes(field.tagName)) continue;
    values[field.dataset.action] = valueOf(field);
  }
  return values;
}

function valueOf(field) {
  if (field.tagName === "FIELDSET") {
    const on = [...field.querySelectorAll("input:checked")].map((input) => input.value);
    return field.dataset.choices === "radio_buttons" ? on[0] || "" : on;
  }
  if (field.multiple) return [...field.selectedOptions].map((option) => option.value);
  if (field.type === "datetime-local") return field.value ? Math.floor(new Date(field.value) / 1000) : "";
  return field.value;
}

function restore(values) {
  for (const [name, value] of Object.entries(values)) {
    const field = modal.querySelector(`[data-action="${CSS.escape(name)}"]`);
    if (!field || field.type === "datetime-local") continue;
    if (field.tagName === "FIELDSET") {
      for (const input of field.querySelectorAll("input")) input.checked = [].concat(value).includes(input.value);
    } else if (field.multiple) {
      for (const option of field.options) option.selected = value.includes(option.value);
    } else field.value = value;
  }
}

// Clicks: threads, what the app offers, shortcuts, the modal's buttons.
function openThread(ts) {
  thread = ts;
  places.thread.scrollTop = 0;
  history.replaceState(null, "", address("/", thread ? { thread } : {}));
  drawThread();
  if (ts) threadPane.querySelector("textarea").focus();
}

function use(field, value) {
  if (field.dataset.confirm && !window.confirm(field.dataset.confirm)) return;
  const view = field.closest("[data-view]");
  const message = field.closest("[data-ts]");
  const action = { action_id: field.dataset.action, value };
  if (view) act("click_in_view", { view: view.dataset.view, ...action });
  else if (message) act("click", { channel: message.dataset.channel, ts: message.dataset.ts, ...action });
}

document.addEventListener("click", (event) => {
  const hit = event.target.closest("[data-thread], [data-leave], [data-invite], [data-shortcut], [data-close], button[data-action], a[data-action]");
  if (!hit || hit === document.body) return;
  if (hit.dataset.thread) openThread(hit.dataset.thread);
  else if ("leave" in hit.dataset) openThread("");
  else if (hit.dataset.invite) act("invite", { channel: hit.dataset.invite });
  else if (hit.dataset.shortcut) {
    const message = hit.closest("[data-ts]").dataset;
    act("shortcut", { channel: message.channel, ts: message.ts, callback_id: hit.dataset.shortcut });
  } else if ("close" in hit.dataset) act("close");
  else if (hit.dataset.action) {
    use(hit, hit.dataset.value);
    hit.closest("details")?.removeAttribute("open");
  }
});

document.addEventListener("change", (event) => {
  if (event.target.id === "me") { location.search = new URLSearchParams({ as: event.target.value }); return; }
  const field = event.target.closest("[data-action]");
  // Inputs of a form wait for its submit button; everything else tells the app at once.
  if (field && !field.closest(".input")) use(field, valueOf(field));
});

modal.addEventListener("submit", (event) => {
  event.preventDefault();
  act("submit", { values: filled(modal) });
});
modal.addEventListener("cancel", (event) => { event.preventDefault(); act("close"); });

// Composers: Enter sends, Tab or Enter takes a completion.
function offered(text) {
  if (!text.startsWith("/") || text.includes("\n")) return [];
  const lines = commands.filter((one) => one.line.startsWith(text) && one.line !== text);
  return lines.slice(0, 12);
}

function composer(form) {
  const box = form.querySelector("textarea");
  const list = form.querySelector(".completions");
  let options = [];
  let chosen = 0;

  function draw() {
    options = form.dataset.place === "thread" ? [] : offered(box.value);
    chosen = Math.min(chosen, Math.max(0, options.length - 1));
    list.replaceChildren(...options.map((option, number) => {
      const row = document.createElement("li");
      const name = document.createElement("b");
      const about = document.createElement("small");
      name.textContent = option.line;
      about.textContent = [option.hint, option.about].filter(Boolean).join(" · ");
      row.append(name, about);
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", String(number === chosen));
      row.addEventListener("mousedown", (event) => { event.preventDefault(); take(number); });
      return row;
    }));
    list.hidden = options.length === 0;
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }

  function take(number) {
    box.value = `${options[number].line} `;
    chosen = 0;
    draw();
    box.focus();
  }

  async function send() {
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    draw();
    const more = form.dataset.place === "thread" ? { thread } : {};
    if (!(await act("say", { channel, text, ...more }))) { box.value = text; draw(); }
  }

  box.addEventListener("input", () => { chosen = 0; draw(); });
  box.addEventListener("blur", () => { list.hidden = true; });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (options.length && step) {
      chosen = (chosen + step + options.length) % options.length;
      draw();
    } else if (options.length && event.key === "Tab") take(chosen);
    else if (options.length && event.key === "Escape") { options = []; list.hidden = true; }
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send();
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
}

document.querySelectorAll(".composer").forEach(composer);

// Changes as they happen.
const changes = new EventSource("/client/changes");
changes.addEventListener("open", drawAll);
changes.addEventListener("message", (event) => {
  const change = JSON.parse(event.data);
  if (change.what === "channel" && change.channel === channel) { drawMain(); drawThread(); }
  else if (change.what === "channel") document.querySelector(`#channels a[data-channel="${CSS.escape(change.channel)}"]`)?.classList.add("unread");
  else if (change.what === "channels") { drawSide(); drawMain(); }
  else if (change.user !== me) return;
  else if (change.what === "modal") drawModal();
  else if (change.what === "home" && tab === "home") drawMain();
  else if (change.what === "notice") notice(change.text);
});

drawAll();
if (tab === "home") act("home");
else document.querySelector("main .composer textarea")?.focus();
