const MAX = 64;

/** The server decides; this spares a round trip. */
export const isTenantId = (id: string) => /^[a-z0-9-]{1,64}$/.test(id);

/** A proposal for the id of a tenant with this name: its letters without accents, and - for what is between words. */
export function idFrom(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX)
    .replace(/-+$/, '');
}
