import type { Preset } from '@/lib/api-types';
import { named } from '@/lib/i18n';

/** What a preset is called: built-in ones by the operator's language, others as they were named. */
export const presetName = ({ id, name }: Preset) => name ?? named(`preset.${id}`, id);
