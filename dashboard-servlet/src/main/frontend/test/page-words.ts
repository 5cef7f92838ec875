import { loadPageWords } from '@/lib/i18n';

// Tests draw parts of all pages without opening them.
await loadPageWords();
