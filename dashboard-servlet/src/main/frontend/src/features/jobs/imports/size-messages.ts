import { t } from '@/lib/i18n';

/** Bytes as people say them. */
export function sizeMessage(bytes: number): string {
  const mebi = bytes / 1024 / 1024;
  return mebi >= 1 ? t('import.mebibytes', { count: Math.floor(mebi) }) : t('import.bytes', { count: bytes });
}
