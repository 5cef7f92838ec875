import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Facts } from '@/components/panel';
import { PreviewFailed, PreviewLoading } from '@/components/preview-state';
import { Preview, PreviewPart } from '@/components/split-view';
import { Time } from '@/components/time';
import type { OperatorRecord, OperatorRow, SentOperatorLink } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { t } from '@/lib/i18n';
import { presetName } from '@/lib/preset';
import { invalidate, useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { endOperatorSession, operatorQuery } from './api/operators';
import { MadeLink } from './made-link';
import type { OperatorAction } from './operator-action';
import { OperatorActs, useOperatorRights } from './operator-acts';
import { OperatorDialogs } from './operator-dialogs';
import { OperatorStatus, OperatorTenants, operatorName } from './operator-names';
import css from './operators.module.css';
import { type OperatorsLocation, operatorsLink, PROFILE } from './operators-location';
import { SessionList } from './session-list';

type OperatorPreviewProps = { readonly id: string; readonly location: OperatorsLocation };

/** One preview from its skeleton to its data: focus stays on its heading. */
export function OperatorPreview({ id, location }: OperatorPreviewProps) {
  const { data, error, retry } = useQuery(operatorQuery(id));
  const [dialog, setDialog] = useState<OperatorAction>();
  const [link, setLink] = useState<SentOperatorLink>();
  const isGone = error?.slug === 'not-found';
  const record = isGone ? undefined : data;
  const close = () => setDialog(undefined);
  const done = () => {
    close();
    invalidate('operators');
  };

  return (
    <Preview
      title={isGone ? t('operators.gone') : record ? operatorName(record.operator) : error ? id : undefined}
      line={record && <p className={cx(text.sm, text.muted)}>{record.operator.email}</p>}
      acts={record && <OperatorActs operator={record.operator} onAction={setDialog} onDone={done} />}
    >
      {isGone && (
        <PreviewPart>
          <p className={text.muted}>{t('operators.gone.text')}</p>
        </PreviewPart>
      )}
      {!record && error && !isGone && <PreviewFailed error={error} onRetry={retry} />}
      {!record && !error && <PreviewLoading label={t('operators.loading')} />}
      {record && link && (
        <PreviewPart>
          <MadeLink link={link} name={operatorName(record.operator)} onDismiss={() => setLink(undefined)} />
        </PreviewPart>
      )}
      {record && <Body record={record} onAction={setDialog} />}
      {record && dialog && (
        <OperatorDialogs
          record={record}
          dialog={dialog}
          listHref={operatorsLink(location)}
          onLink={setLink}
          onDone={done}
          onClose={close}
        />
      )}
    </Preview>
  );
}

type BodyProps = { readonly record: OperatorRecord; readonly onAction: (action: OperatorAction) => void };

function Body({ record: { operator, sessions }, onAction }: BodyProps) {
  const session = useSession();
  const { change, self } = useOperatorRights(operator);
  return (
    <>
      <PreviewPart title={t('operators.account')}>
        <div className={css.flush}>
          <Facts columns={1} facts={factsOf(operator, session.tenants.length > 1 || !session.operator.allTenants)} />
        </div>
      </PreviewPart>
      {operator.status !== 'invited' && (
        <PreviewPart
          title={t('user.sessions')}
          count={sessions.length}
          link={self && <a href={PROFILE}>{t('operators.ownSessions')}</a>}
        >
          <SessionList
            sessions={sessions}
            end={change && !self ? (id) => endOperatorSession(operator.id, id) : undefined}
            onEnded={() => invalidate('operators')}
          />
          {change && !self && sessions.length > 0 && (
            <div>
              <Button small tone="danger" icon="out" onClick={() => onAction('sessions')}>
                {t('user.sessions.endAll.do')}
              </Button>
            </div>
          )}
        </PreviewPart>
      )}
    </>
  );
}

function factsOf(operator: OperatorRow, hasTenants: boolean) {
  const { lastSignInAt, linkExpiresAt } = operator;
  const isInvited = operator.status === 'invited';
  return [
    { label: t('users.column.status'), value: <OperatorStatus status={operator.status} /> },
    { label: t('operators.column.preset'), value: presetName(operator.preset) },
    ...(hasTenants ? [{ label: t('tenants.title'), value: <OperatorTenants operator={operator} /> }] : []),
    ...(isInvited
      ? []
      : [{ label: t('factor.title'), value: t(operator.secondFactor ? 'factor.has' : 'factor.hasNone') }]),
    { label: t('operators.since'), value: <Time at={operator.createdAt} as="when" /> },
    ...(isInvited
      ? []
      : [
          {
            label: t('operators.column.signedIn'),
            value: lastSignInAt ? <Time at={lastSignInAt} as="when" /> : t('time.never'),
          },
        ]),
    ...(isInvited || linkExpiresAt
      ? [
          {
            label: t('operators.link'),
            value: linkExpiresAt ? <Time at={linkExpiresAt} as="when" /> : t('operators.link.over'),
          },
        ]
      : []),
  ];
}
