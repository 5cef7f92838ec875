import { useRef, useState } from 'preact/compat';
import { Button } from '@/components/button';
import layout from '@/components/layout.module.css';
import { Note } from '@/components/note';
import { Panel, PanelBody } from '@/components/panel';
import { defaultTenant } from '@/lib/default-tenant';
import { useTitle } from '@/lib/document-title';
import { errorMessage } from '@/lib/error-messages';
import { t } from '@/lib/i18n';
import { invalidate } from '@/lib/query';
import { linkTo, navigate } from '@/lib/router';
import { type OperatorSession, useSession } from '@/lib/session';
import { upload } from '@/lib/uploads';
import { type FieldErrors, useSubmit } from '@/lib/use-submit';
import text from '@/styles/text.module.css';
import { createImport, formatOf, type ImportOptions } from './api/imports';
import { FileField, OptionFields } from './import-form';
import css from './imports.module.css';
import { sizeMessage } from './size-messages';

/** Which file, and what becomes of it. The file goes to the server, and the page of the import tells what would happen. */
export function ImportPage() {
  const session = useSession();
  const form = useRef<HTMLDivElement>(null);
  const submit = useSubmit(form, ['file', 'tenant', 'ignore']);
  const [file, setFile] = useState<File>();
  const [options, setOptions] = useState<Partial<ImportOptions>>({});
  useTitle(t('import.title'), session.app.name);

  const check = () =>
    submit.run(found(file, options, session), async () => {
      if (!file) return;
      const { mode = 'create', tenant = defaultTenant(session.tenants), ignore } = options;
      const job = await createImport(file, { mode, tenant, ignore });
      void upload(job, file);
      invalidate('imports');
      navigate(linkTo(['imports', job.id]));
    });

  return (
    <>
      <nav className={layout.crumbs} aria-label={t('user.breadcrumb')}>
        <ol>
          <li>
            <a href="users">{t('users.title')}</a>
          </li>
        </ol>
      </nav>
      <div className={layout.head}>
        <h1>{t('import.title')}</h1>
      </div>
      <div className={css.body}>
        <Panel id="file" title={t('import.file.title')}>
          <PanelBody>
            <div className={text.stack} ref={form}>
              <fieldset className={css.form} disabled={submit.busy}>
                <legend className={css.legend}>{t('import.file.title')}</legend>
                <FileField
                  label={t('import.file')}
                  error={submit.errors.file}
                  onChange={(chosen) => {
                    setFile(chosen);
                    submit.mark('file', undefined);
                  }}
                />
                <OptionFields options={options} errors={submit.errors} onChange={setOptions} />
              </fieldset>
              <div className={text.row}>
                <Button tone="primary" busy={submit.busy && t('common.working')} onClick={() => void check()}>
                  {t('import.check')}
                </Button>
              </div>
            </div>
          </PanelBody>
        </Panel>
        {submit.refusal && (
          <Note tone="danger" alert>
            {errorMessage(submit.refusal, session.app.name)}
          </Note>
        )}
      </div>
    </>
  );
}

/** What we see ourselves before a large file is sent. */
function found(
  file: File | undefined,
  { tenant }: Partial<ImportOptions>,
  { tenants, imports }: OperatorSession,
): FieldErrors {
  const bad = faultOf(file, imports?.maxBytes);
  const nowhere = !(tenant ?? defaultTenant(tenants));
  return { ...(bad ? { file: bad } : {}), ...(nowhere ? { tenant: t('tenants.choose.missing') } : {}) };
}

function faultOf(file: File | undefined, maxBytes = Number.POSITIVE_INFINITY): string | undefined {
  if (!file) return t('import.file.missing');
  if (!formatOf(file)) return t('import.file.unknown');
  if (file.size === 0) return t('import.file.empty');
  return file.size > maxBytes ? t('import.file.large', { size: sizeMessage(maxBytes) }) : undefined;
}
