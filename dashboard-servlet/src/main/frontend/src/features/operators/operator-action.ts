import type { OperatorRow } from '@/lib/api-types';

/** What is asked about before it is done to an operator. */
export type OperatorAction = 'access' | 'link' | 'disable' | 'delete' | 'sessions' | 'factors';

export type OperatorDialogProps = {
  readonly operator: OperatorRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
};
