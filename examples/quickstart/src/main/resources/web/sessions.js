// Lists where the user is signed in, page by page, and ends what the user doesn't know.

const list = document.querySelector('.sessions');
const section = list.closest('section');
const heading = section.querySelector('h2');
const more = document.getElementById('more-sessions');
const endOthers = document.getElementById('end-others');
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

more.addEventListener('click', () => show(more.dataset.cursor));
endOthers.addEventListener('click', () =>
  act(endOthers, async () => {
    const { ended } = await (await call('DELETE', 'others')).json();
    await show();
    say('status', ended === 1 ? '1 session ended.' : `${ended} sessions ended.`);
  }),
);
show();

async function show(cursor) {
  await act(more, async () => {
    const query = new URLSearchParams({ size: '10', ...(cursor && { cursor }) });
    const page = await (await call('GET', `?${query}`)).json();
    const items = page.items.map(item);
    if (cursor) {
      list.append(...items);
      items[0]?.querySelector('button')?.focus();
    } else {
      list.replaceChildren(...items);
    }
    more.dataset.cursor = page.nextCursor ?? '';
    more.hidden = !page.nextCursor;
    endOthers.hidden = !page.nextCursor && list.children.length < 2;
  });
}

function item({ handle, current, device, ip, createdAt, lastUsedAt, expiresAt }) {
  const name = nameOf(device);
  const element = document.createElement('li');
  element.append(
    line('strong', current ? `${name} (this one)` : name),
    line('small', [`Signed in ${when(createdAt)}`, ip && `from ${ip}`].filter(Boolean).join(' ')),
    line('small', `Last used ${when(lastUsedAt)}. Ends ${when(expiresAt)} if it isn't used.`),
  );
  if (!current) {
    const button = line('button', 'End');
    button.className = 'plain';
    button.setAttribute('aria-label', `End the session of ${name}, signed in ${when(createdAt)}`);
    button.addEventListener('click', () => act(button, () => end(handle, name)));
    element.append(button);
  }
  return element;
}

async function end(handle, name) {
  await call('DELETE', handle);
  await show();
  say('status', `The session of ${name} has ended.`);
  heading.focus(); // the button is gone
}

function nameOf({ client, system }) {
  return client && system ? `${client} on ${system}` : (client ?? system ?? 'Unknown device');
}

function when(instant) {
  return time.format(new Date(instant));
}

function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

async function call(method, below) {
  const response = await fetch(`auth/sessions${below.startsWith('?') ? below : `/${below}`}`, { method });
  if (response.status === 401) {
    location.reload(); // signed out meanwhile
  }
  if (!response.ok && response.status !== 404) {
    throw new Error((await response.json()).title);
  }
  return response;
}

/** Says below the list what went wrong. */
async function act(button, doing) {
  button.disabled = true;
  say('status', '');
  say('alert', '');
  try {
    await doing();
  } catch (error) {
    say('alert', error instanceof TypeError ? 'The app did not answer. Try again.' : error.message);
  }
  button.disabled = false;
}

function say(role, words) {
  section.querySelector(`[role=${role}]`).textContent = words;
}
