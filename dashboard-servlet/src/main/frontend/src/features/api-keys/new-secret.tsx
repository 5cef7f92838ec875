import { useEffect, useRef } from 'preact/compat';
import { Button } from '@/components/button';
import { ChipLine } from '@/components/chip';
import field from '@/components/form/field.module.css';
import { Panel, PanelBody } from '@/components/panel';
import type { IssuedKey } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { formatDate } from '@/lib/format';
import { t } from '@/lib/i18n';
import { announce } from '@/lib/notify';
import { useUnsaved } from '@/lib/unsaved';
import text from '@/styles/text.module.css';
import css from './api-keys.module.css';

type NewSecretProps = { readonly issued: IssuedKey; readonly onDone: () => void };

/** A key that is shown once; the browser asks before the page goes with it. */
export function NewSecret({ issued: { key, token }, onDone }: NewSecretProps) {
  const input = useRef<HTMLInputElement>(null);
  useUnsaved(true);

  useEffect(() => input.current?.focus(), [token]);

  const copy = async () => {
    input.current?.select();
    await navigator.clipboard?.writeText(token);
    announce(t('common.copied'));
  };

  return (
    <div className={css.ready}>
      <Panel id="new-key" title={t('apiKeys.ready', { name: key.name })}>
        <PanelBody>
          <div className={text.stack}>
            <p className={cx(text.sm, text.muted)}>{t('apiKeys.ready.text')}</p>
            <div className={css.secret}>
              <input
                ref={input}
                readOnly
                aria-label={t('apiKeys.ready.label')}
                className={cx(field.input, field.mono)}
                value={token}
                onFocus={(event) => event.currentTarget.select()}
              />
              <Button tone="primary" icon="copy" onClick={() => void copy().catch(() => undefined)}>
                {t('apiKeys.ready.copy')}
              </Button>
            </div>
            <div className={cx(text.row, text.wrap, text.sm, text.muted)}>
              <ChipLine items={key.permissions.map((label) => ({ label }))} most={3} exact />
              <span>{t('apiKeys.ready.until', { date: formatDate(key.expiresAt) })}</span>
              <span className={text.push}>
                <Button small onClick={onDone}>
                  {t('apiKeys.ready.done')}
                </Button>
              </span>
            </div>
          </div>
        </PanelBody>
      </Panel>
    </div>
  );
}
