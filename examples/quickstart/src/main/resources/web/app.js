// Sends a form to Userdeck as JSON and shows, at its field, what was refused. After that the page is another one, unless
// the form has words for it.

for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });
}

async function send(form) {
  const button = form.querySelector('button');
  clear(form);
  button.disabled = true;
  try {
    const response = await fetch(form.action, { method: 'POST', ...body(form) });
    if (response.ok && !form.dataset.done) {
      location.reload();
      return;
    }
    if (response.ok) {
      await finish(form, response);
    } else {
      refuse(form, await response.json());
    }
  } catch {
    say(form, 'The app did not answer. Try again.');
  }
  button.disabled = false;
}

/** A form that is done goes away. It leaves its words behind, and what can be done next. */
async function finish(form, response) {
  const answer = response.status === 200 ? await response.json() : {};
  const status = form.querySelector('[role=status]');
  status.tabIndex = -1;
  form.replaceWith(status);
  status.textContent = form.dataset.done.replace('{email}', answer.email);
  status.focus();
  document.querySelector('[data-next]')?.removeAttribute('hidden');
}

function body(form) {
  const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
  if (Object.keys(values).length === 0) {
    return {};
  }
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(values) };
}

/** Shows an application/problem+json: its errors point into the JSON that was sent, as in "/email". */
function refuse(form, problem) {
  const fields = (problem.errors ?? []).map(({ pointer, detail }) => {
    const field = form.elements.namedItem(pointer.slice(1));
    if (field) {
      field.setAttribute('aria-invalid', 'true');
      document.getElementById(`${field.id}-error`).textContent = detail;
    }
    return field;
  });
  const first = fields.find((field) => field);
  if (first) {
    first.focus();
  } else if (problem.retryAfter) {
    countDown(form, Date.now() + problem.retryAfter * 1000);
  } else {
    say(form, problem.detail ?? problem.title);
  }
}

/** Says how long to wait: seen each second, read out at first, each 10 seconds and at the end. */
function countDown(form, end) {
  const alert = form.querySelector('[role=alert]');
  const seen = document.createElement('span');
  seen.setAttribute('aria-hidden', 'true');
  const readOut = document.createElement('span');
  readOut.className = 'unseen';
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const words = left > 0 ? `Too many attempts. Next one in ${waitOf(left)}.` : 'You can try again now.';
    seen.textContent = words;
    if (readOut.textContent === '' || (left % 10 === 0 && readOut.textContent !== words)) {
      readOut.textContent = words;
    }
    if (left === 0 || !seen.isConnected) {
      clearInterval(timer);
    }
  };
  alert.replaceChildren(seen, readOut);
  const timer = setInterval(tick, 1000);
  tick();
}

function waitOf(seconds) {
  if (seconds > 120) {
    return `${Math.ceil(seconds / 60)} minutes`;
  }
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

function say(form, words) {
  form.querySelector('[role=alert]').textContent = words;
}

function clear(form) {
  for (const error of form.querySelectorAll('.error')) {
    error.textContent = '';
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
  }
}
