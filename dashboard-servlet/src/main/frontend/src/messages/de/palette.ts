/** The command palette. */
export const palette = {
  'palette.recent': 'Zuletzt besucht',
  'palette.pages': 'Gehe zu',
  'palette.actions': 'Aktionen',
  'palette.allUsers': 'Alle Benutzer zu „{query}“',
  'palette.export.csv': 'Alle Benutzer als CSV exportieren',
  'palette.export.jsonl': 'Alle Benutzer als JSON Lines exportieren',
  'palette.exportList.csv': 'Diese Liste als CSV exportieren',
  'palette.exportList.jsonl': 'Diese Liste als JSON Lines exportieren',
  'palette.key.move': 'bewegen',
  'palette.key.open': 'öffnen',
  'palette.key.tab': 'neuer Tab',
  'palette.searching': 'Benutzer werden gesucht',
  'palette.failed': 'Die Suche nach Benutzern ist fehlgeschlagen',
  'palette.none': 'Hier heißt nichts „{query}“',
  'palette.results': { one: '{count} Ergebnis', other: '{count} Ergebnisse' },
} as const;
