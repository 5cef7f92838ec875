import { Fragment } from 'preact/compat';

/** An email or another long word without spaces: where it has to be broken, then behind a sign and not inside a name. */
export function Address({ children }: { readonly children: string }) {
  return (
    <>
      {children.split(/(?<=[@._+-])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
