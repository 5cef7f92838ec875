import { type RefObject, useRef } from 'preact/compat';
import { Button, LinkButton } from '@/components/button';
import { Note } from '@/components/note';
import { ActionButtons, LockedAction } from '@/components/panels/action-buttons';
import { type Actions, useActions } from '@/components/panels/use-actions';
import { Preview } from '@/components/split-view';
import { Bone, Loading } from '@/components/state-view';
import { Time } from '@/components/time';
import { keyIn, lockOf } from '@/lib/action';
import { afterRender } from '@/lib/after-render';
import type { ApiError } from '@/lib/api-error';
import type { PageShape, PreviewShape, RowPreview } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { errorMessage } from '@/lib/error-messages';
import { label, rich, t } from '@/lib/i18n';
import { invalidate, useQuery } from '@/lib/query';
import { navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { previewQuery } from './api/get-rows';
import { startEdit } from './edit-draft';
import { PreviewParts } from './preview-parts';
import css from './recipe-page.module.css';
import { RowEdit } from './row-edit';
import type { OpenRow } from './use-open-row';

type RowPanelProps = {
  readonly page: PageShape;
  readonly shape: PreviewShape;
  readonly row: string;
  readonly open: OpenRow;
  readonly listHref: string;
  readonly rowHref: (row: string) => string;
};

/**
 * One row in full, from one request: to read, to edit, and what can be done with it. The heading is the same from the
 * start, so that it keeps the focus it gets.
 */
export function RowPanel(props: RowPanelProps) {
  const { page, shape, row, open } = props;
  const query = useQuery(previewQuery(shape, row));
  const edit = useRef<HTMLButtonElement>(null);
  const gone = query.error?.status === 404;
  const data = gone ? undefined : query.data;
  const changed = () => {
    invalidate(page.data);
    invalidate('users');
  };
  const follow = (answer: unknown) => {
    const key = keyIn(answer);
    if (key !== undefined && key !== row) navigate(props.rowHref(key), { replace: true });
  };
  const actions = useActions(({ action, answer }) => {
    if (action.method === 'DELETE') navigate(props.listHref, { replace: true });
    else follow(answer);
    changed();
  }, props.rowHref);
  const close = () => {
    open.edit(undefined);
    afterRender(() => edit.current?.focus());
  };

  if (!data) {
    const title = gone ? t('preview.gone.title') : query.error && t('preview.failed');
    return (
      <Preview title={title || undefined}>
        {gone ? <Gone page={page} listHref={props.listHref} /> : <Waiting error={query.error} retry={query.retry} />}
      </Preview>
    );
  }
  const editing = shape.edit && open.editing;
  return (
    <Preview
      title={data.title}
      line={<Line data={data} />}
      acts={!editing && <Acts shape={shape} row={row} data={data} actions={actions} edit={edit} open={open} />}
    >
      {editing && shape.edit ? (
        <RowEdit
          recipe={page.recipe}
          action={shape.edit}
          row={row}
          data={data}
          draft={editing.draft}
          rowHref={props.rowHref}
          onDraft={(draft) => open.edit({ row, name: data.title, draft })}
          onReload={query.retry}
          onSaved={(answer) => {
            close();
            follow(answer);
            changed();
          }}
          onClose={close}
        />
      ) : (
        <>
          {actions.failure && <div className={css.state}>{actions.failure}</div>}
          <PreviewParts shape={shape} row={row} data={data} />
        </>
      )}
      {actions.dialog}
    </Preview>
  );
}

type ActsProps = Pick<RowPanelProps, 'shape' | 'row' | 'open'> & {
  readonly data: RowPreview;
  readonly actions: Actions;
  readonly edit: RefObject<HTMLButtonElement>;
};

/** What can be done with the row, and why some of it can't. */
function Acts({ shape, row, data, actions, edit, open }: ActsProps) {
  const all = shape.actions;
  const start = () => {
    const fields = shape.edit?.form;
    if (fields) open.edit({ row, name: data.title, draft: startEdit(fields, data) });
  };
  return (
    <>
      {shape.edit && (
        <Button ref={edit} small icon={shape.edit.icon ?? 'edit'} onClick={start}>
          {label(shape.edit.label)}
        </Button>
      )}
      <ActionButtons
        actions={all.filter((action) => !lockOf(data.lockedActions, action))}
        target={{ values: { item: row }, name: data.title }}
        run={actions}
      />
      {all.map((action) => {
        const reason = lockOf(data.lockedActions, action);
        return reason && <LockedAction key={action.path} id="preview" action={action} reason={label(reason)} />;
      })}
    </>
  );
}

function Waiting({ error, retry }: { readonly error: ApiError | undefined; readonly retry: () => void }) {
  const app = useSession().app.name;
  return (
    <div className={css.state}>
      {error ? (
        <Note
          tone="danger"
          alert
          action={
            <Button small onClick={retry}>
              {t('common.tryAgain')}
            </Button>
          }
        >
          {errorMessage(error, app)}
        </Note>
      ) : (
        <Loading label={t('preview.loading')}>
          <Bone width={4} />
          <Bone width={3} />
        </Loading>
      )}
    </div>
  );
}

function Line({ data }: { readonly data: RowPreview }) {
  return (
    <>
      {data.line && <p className={cx(text.sm, text.muted, text.anywhere)}>{data.line}</p>}
      {data.changedAt && (
        <p className={cx(text.sm, text.faint)}>{rich('preview.changed', { time: <Time at={data.changedAt} /> })}</p>
      )}
    </>
  );
}

function Gone({ page, listHref }: Pick<RowPanelProps, 'page' | 'listHref'>) {
  return (
    <div className={cx(css.state, text.stack)}>
      <p className={text.muted}>{t('preview.gone.text')}</p>
      <div>
        <LinkButton small href={listHref} onClick={() => invalidate(page.data)}>
          {t('preview.gone.back')}
        </LinkButton>
      </div>
    </div>
  );
}
