import type { FieldProblem, Problem } from '@/lib/api-types';
import { named } from '@/lib/i18n';

/** What the type of each problem of ours begins with. */
export const PROBLEMS = 'https://userdeck.dev/problems/';

/** Somebody is signed in to the host's app who may not work in the dashboard. */
export const NOT_AN_OPERATOR = 'not-an-operator';

/** The operator may do it, but has to prove first who it is. */
export const FRESH_PROOF_REQUIRED = 'fresh-proof-required';

/** The RFC 9457 document of a failed request, with what its type adds; empty if there was no answer of ours. */
export type AnyProblem = Partial<Problem> & { readonly [extra: string]: unknown };

/**
 * Every way a request can fail, told apart by `slug`: the last part of the problem's type, or one of our own,
 * `timeout` (no answer in time), `network` (no connection), `redirected` (sent elsewhere) and `unreadable` (an answer that
 * is not ours, but that of the host or of a proxy).
 */
export class ApiError extends Error {
  readonly slug: string;
  readonly status: number;
  readonly problem: AnyProblem;
  readonly request: string;
  readonly at: Date;

  constructor(slug: string, status: number, problem: AnyProblem, request: string) {
    super(problem.detail ?? problem.title ?? slug);
    this.name = 'ApiError';
    this.slug = slug;
    this.status = status;
    this.problem = problem;
    this.request = request;
    this.at = new Date();
  }

  /** In the words that the page's language has for their codes, else in the server's. */
  get fieldErrors(): readonly FieldProblem[] {
    return (this.problem.errors ?? []).map((error) => ({
      ...error,
      detail: named(`refusal.${error.code}`, error.detail, { count: error.count }),
    }));
  }

  /** An extra of the problem, when it is text. */
  extra(name: string): string | undefined {
    const value = this.problem[name];
    return typeof value === 'string' ? value : undefined;
  }
}

/** The last part of a problem type, such as `not-found`. */
export function slugOf(type: string | undefined): string {
  return type?.split(/[/:]/).filter(Boolean).at(-1) ?? 'unreadable';
}

export function toApiError(cause: unknown, request: string): ApiError {
  if (cause instanceof ApiError) return cause;
  const slug = cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'network';
  return new ApiError(slug, 0, {}, request);
}
