import { t } from '@/lib/i18n';

/** Bytes as people say them. */
export function sizeMessage(bytes: number): string {
  const mebi = bytes / 1024 / 1024;
  if (mebi < 1) return t('import.bytes', { count: bytes });
  return t('import.mebibytes', { count: mebi < 10 ? Math.floor(mebi * 10) / 10 : Math.floor(mebi) });
}
