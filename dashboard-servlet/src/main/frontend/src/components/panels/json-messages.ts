import type { JsonTrouble } from '@/components/panels/json-editor';
import { t } from '@/lib/i18n';
import { type JsonFault, placeOf } from '@/lib/json-text';

const SHOWN = 40;

/** As in: Line 5, column 3: a comma is missing before "loyalty". */
export function faultMessage(text: string, fault: JsonFault): JsonTrouble {
  const place = placeOf(text, fault.at);
  const near = fault.near.length > SHOWN ? `${fault.near.slice(0, SHOWN)}…` : fault.near;
  const values = { near, line: String(place.line), column: String(place.column) };
  return { ...place, words: t(`json.fault.${fault.code}`, values) };
}

/** As in: 212 B of 64 KiB. */
export function sizeMessage(bytes: number, limit: number): string {
  return t('json.size', { size: byteMessage(bytes), limit: byteMessage(limit) });
}

/** Rounded up, so that what is over a limit never reads like the limit. */
export function byteMessage(bytes: number): string {
  return bytes < 1024 ? t('json.bytes', { count: bytes }) : t('json.kib', { count: Math.ceil(bytes / 1024) });
}
