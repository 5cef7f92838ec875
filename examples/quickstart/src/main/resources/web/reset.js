// Takes the token out of the address, where a history or an onlooker would find it, and asks whether it is good.

const form = document.querySelector('form');
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
form.elements.namedItem('token').value = token;
history.replaceState(null, '', location.pathname);
addEventListener('hashchange', () => location.reload()); // another link, opened in this tab

const response = await fetch('auth/password/link', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ token }),
}).catch(() => undefined); // the form says what is wrong when it is sent
if (response?.status === 410) {
  const { title, detail } = await response.json();
  form.querySelector('[role=alert]').textContent = `${title}. ${detail}`;
  for (const control of form.querySelectorAll('input, button')) {
    control.disabled = true;
  }
}
