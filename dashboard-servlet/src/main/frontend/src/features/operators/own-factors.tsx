import { useState } from 'preact/compat';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { ConfirmDialog } from '@/components/overlay/confirm-dialog';
import { Panel, PanelBody } from '@/components/panel';
import panel from '@/components/panel.module.css';
import { Bone, FailedState, Loading } from '@/components/state-view';
import { Time } from '@/components/time';
import type { FactorList, FactorRow } from '@/lib/api-types';
import { cx } from '@/lib/cx';
import { rich, t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { invalidate, useQuery } from '@/lib/query';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { AddApp } from './add-app';
import { factorsQuery, removeFactor, renewRecoveryCodes } from './api/factors';
import { NewRecoveryCodes } from './new-recovery-codes';
import css from './operators.module.css';

/** Recovery codes are few, so it says so. */
const FEW = 3;

type Asked =
  | { readonly what: 'add' }
  | { readonly what: 'remove'; readonly factor: FactorRow }
  | { readonly what: 'renew' };

/** What an operator has beside the password. */
export function OwnFactors() {
  const { app } = useSession();
  const { data, error, retry } = useQuery(factorsQuery);
  const [asked, setAsked] = useState<Asked>();
  const [codes, setCodes] = useState<readonly string[]>();
  const done = () => {
    setAsked(undefined);
    invalidate('profile');
    invalidate('operators');
  };
  const added = (recoveryCodes: readonly string[]) => {
    done();
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
  };

  return (
    <Panel
      id="second-factor"
      title={t('factor.title')}
      acts={
        data?.canAdd && (
          <Button small icon="plus" onClick={() => setAsked({ what: 'add' })}>
            {t('factor.add')}
          </Button>
        )
      }
    >
      <PanelBody>
        {!data && !error && (
          <Loading label={t('factor.loading')}>
            <Bone width="card" />
          </Loading>
        )}
        {!data && error && <FailedState title={t('page.error.title')} error={error} app={app.name} onRetry={retry} />}
        {data && (
          <Factors
            list={data}
            onRemove={(factor) => setAsked({ what: 'remove', factor })}
            onRenew={() => setAsked({ what: 'renew' })}
          />
        )}
      </PanelBody>
      {asked?.what === 'add' && <AddApp onAdded={added} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'remove' && (
        <Remove
          factor={asked.factor}
          last={data?.factors.length === 1}
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.what === 'renew' && <Renew onRenewed={added} onClose={() => setAsked(undefined)} />}
      {codes && <NewRecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </Panel>
  );
}

type FactorsProps = {
  readonly list: FactorList;
  readonly onRemove: (factor: FactorRow) => void;
  readonly onRenew: () => void;
};

function Factors({ list, onRemove, onRenew }: FactorsProps) {
  if (list.factors.length === 0) {
    return <p className={text.muted}>{t(list.canAdd ? 'factor.none' : 'factor.none.noKey')}</p>;
  }
  const left = list.recoveryCodesLeft;
  return (
    <>
      <div className={css.flush}>
        <ul className={panel.list}>
          {list.factors.map((factor) => (
            <li key={factor.id}>
              <span className={panel.glyph}>
                <Icon name="phone" />
              </span>
              <span className={panel.item}>
                <span>{factor.name}</span>
                <span className={cx(text.sm, text.faint)}>
                  {factor.lastUsedAt
                    ? rich('user.sessions.lastUsedAt', { time: <Time at={factor.lastUsedAt} as="ago" /> })
                    : rich('factor.added', { time: <Time at={factor.createdAt} as="ago" /> })}
                </span>
              </span>
              <Button small label={t('factor.removeOne', { name: factor.name })} onClick={() => onRemove(factor)}>
                {t('factor.remove')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <Note
        tone={left <= FEW ? 'warn' : 'info'}
        action={
          <Button small onClick={onRenew}>
            {t('factor.renew')}
          </Button>
        }
      >
        {t('factor.codes.left', { count: left })}
      </Note>
    </>
  );
}

type RemoveProps = {
  readonly factor: FactorRow;
  readonly last: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

function Remove({ factor, last, onDone, onClose }: RemoveProps) {
  const remove = async () => {
    await removeFactor(factor.id);
    toast(t('factor.removed', { name: factor.name }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('factor.remove.title', { name: factor.name })}
      words={t(last ? 'factor.remove.last' : 'factor.remove.text')}
      button={t('factor.remove')}
      icon="trash"
      onConfirm={remove}
      onClose={onClose}
    />
  );
}

type RenewProps = { readonly onRenewed: (codes: readonly string[]) => void; readonly onClose: () => void };

function Renew({ onRenewed, onClose }: RenewProps) {
  return (
    <ConfirmDialog
      title={t('factor.renew.title')}
      words={t('factor.renew.text')}
      tone="primary"
      button={t('factor.renew')}
      onConfirm={async () => onRenewed((await renewRecoveryCodes()).codes)}
      onClose={onClose}
    />
  );
}
