import { getJson, sendJson } from '@/lib/api-client';
import type { OperatorPresets, PresetBody, PresetRow } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { linkTo } from '@/lib/router';

export const presetsQuery: Query<OperatorPresets> = {
  key: 'operator-presets',
  load: (signal) => getJson<OperatorPresets>('operator-presets', signal),
};

export const createPreset = (preset: PresetBody) => sendJson<PresetRow>('POST', 'operator-presets', preset);

/** Refused (412) unless the preset still has this version. */
export const changePreset = (id: string, version: number, preset: PresetBody) =>
  sendJson<PresetRow>('PUT', linkTo(['operator-presets', id]), preset, `"${version}"`);

export const deletePreset = (id: string) => sendJson('DELETE', linkTo(['operator-presets', id]));
