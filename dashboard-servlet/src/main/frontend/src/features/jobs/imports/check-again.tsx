import { useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import type { Import } from '@/lib/api-types';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { invalidate } from '@/lib/query';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { checkImport, type ImportOptions } from './api/imports';
import { OptionFields } from './import-form';
import css from './imports.module.css';

/** The same file in another way: it is on the server, and isn't sent again. */
export function CheckAgain({ job }: { readonly job: Import }) {
  const { app } = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['tenant', 'ignore']);
  const before = { mode: job.mode, tenant: job.tenant, ignore: job.ignore.join(', ') };
  const [options, setOptions] = useState<Partial<ImportOptions>>(before);
  const check = () =>
    submit.run({}, async () => {
      await checkImport(job.id, { ...before, ...options });
      invalidate('imports');
    });
  return (
    <Panel id="options" title={t('import.options')}>
      <PanelBody>
        <div className={text.stack} ref={form}>
          <fieldset className={css.form} disabled={submit.busy}>
            <legend className={css.legend}>{t('import.options')}</legend>
            <OptionFields options={options} errors={submit.errors} onChange={setOptions} />
          </fieldset>
          {submit.refusal && (
            <Note tone="danger" alert>
              {errorMessage(submit.refusal, app.name)}
            </Note>
          )}
          <div className={text.row}>
            <Button busy={submit.busy && t('common.working')} onClick={() => void check()}>
              {t('import.checkAgain')}
            </Button>
          </div>
        </div>
      </PanelBody>
    </Panel>
  );
}
