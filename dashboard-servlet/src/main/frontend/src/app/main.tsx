import { render } from 'preact/compat';
import { getSession } from '@/features/sign-in/api/session';
import { loadPageWords } from '@/lib/i18n';
import { currentLocation, mountUrl } from '@/lib/router';
import '@/styles/base.css';
import { App } from './app';
import { prefetchFor } from './routes';

// The server writes the base relative to the first address; from here on the address changes and the mount does not.
document.querySelector('base')?.setAttribute('href', mountUrl().href);

const session = getSession();
session.catch(() => undefined); // The app looks at it once it is drawn.
prefetchFor(currentLocation());

const root = document.getElementById('root');
if (root) render(<App first={session} />, root);

// The other pages' words; a page that is opened asks again.
loadPageWords().catch(() => undefined);
