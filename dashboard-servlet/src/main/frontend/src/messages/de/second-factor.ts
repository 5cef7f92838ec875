/** Was Operatoren neben ihrem Passwort haben. */
export const secondFactor = {
  'factor.title': 'Zweiter Faktor',
  'factor.loading': 'Ihre zweiten Faktoren werden geladen',
  'factor.none':
    'Zum Anmelden genügt Ihr Passwort. Mit einer Authenticator-App auf Ihrem Telefon braucht es zwei Dinge.',
  'factor.none.noKey':
    'Zum Anmelden genügt Ihr Passwort. Ein zweiter Faktor kann nicht hinzugefügt werden: Der App fehlt ein Schlüssel, um ihn zu verschlüsseln.',
  'factor.add': 'App hinzufügen',
  'factor.add.title': 'Authenticator-App hinzufügen',
  'factor.add.do': 'Hinzufügen',
  'factor.add.lead': 'Zweiten Faktor hinzufügen',
  'factor.add.required':
    'Alle, die hier arbeiten, brauchen etwas neben dem Passwort. Das dauert eine Minute und ist nur einmal nötig.',
  'factor.scan':
    'Scannen Sie das mit einer Authenticator-App, etwa Ihrem Passwortmanager, oder tippen Sie das Geheimnis ab:',
  'factor.qr': 'QR-Code des Geheimnisses darunter',
  'factor.code': 'Code der App',
  'factor.code.help': 'Die sechs Ziffern, die die App gerade zeigt.',
  'factor.recoveryCode': 'Wiederherstellungscode',
  'factor.name': 'Name',
  'factor.name.app': 'Authenticator-App',
  'factor.name.help': 'Daran erkennen Sie sie später.',
  'factor.added': 'Hinzugefügt {time}',
  'factor.added.done': '{name} ist hinzugefügt. Ihre anderen Sitzungen wurden beendet.',
  'factor.remove': 'Entfernen',
  'factor.removeOne': '{name} entfernen',
  'factor.remove.title': '{name} entfernen?',
  'factor.remove.text': 'Die Codes davon gelten dann nicht mehr. Ihre anderen Sitzungen enden.',
  'factor.remove.last':
    'Zum Anmelden genügt dann Ihr Passwort, und Ihre Wiederherstellungscodes gelten nicht mehr. Ihre anderen Sitzungen enden.',
  'factor.removed': '{name} ist entfernt.',
  'factor.codes.title': 'Wiederherstellungscodes',
  'factor.codes.text':
    'Wenn Sie Ihr Telefon verlieren, kommen Sie mit jedem davon einmal hinein. Bewahren Sie sie nicht beim Telefon auf: Niemand kann sie noch einmal anzeigen.',
  'factor.codes.copy': 'Kopieren',
  'factor.codes.save': 'Als Datei speichern',
  'factor.codes.file': 'wiederherstellungscodes',
  'factor.codes.done': 'Ich habe sie aufbewahrt',
  'factor.codes.left': {
    one: '{count} Wiederherstellungscode ist übrig.',
    other: '{count} Wiederherstellungscodes sind übrig.',
  },
  'factor.renew': 'Neue Wiederherstellungscodes',
  'factor.renew.title': 'Neue Wiederherstellungscodes erstellen?',
  'factor.renew.text': 'Die bisherigen gelten dann nicht mehr.',
  'factor.give.lead': 'Noch ein Schritt',
  'factor.give.text': 'Geben Sie den Code aus Ihrer Authenticator-App ein.',
  'factor.give.recovery': 'Geben Sie einen Ihrer Wiederherstellungscodes ein. Er gilt einmal.',
  'factor.give.useRecovery': 'Stattdessen einen Wiederherstellungscode verwenden',
  'factor.give.useApp': 'Stattdessen die App verwenden',
  'factor.reset': 'Zweiten Faktor zurücksetzen',
  'factor.reset.title': 'Zweiten Faktor von {name} zurücksetzen?',
  'factor.reset.text':
    'Zum Anmelden genügt dann das Passwort, bis ein anderer hinzugefügt wird. Alle Sitzungen von {name} enden, und eine Mail sagt Bescheid. Vergewissern Sie sich, dass {name} darum gebeten hat.',
  'factor.reset.done': 'Der zweite Faktor von {name} ist zurückgesetzt.',
  'factor.has': 'Eingerichtet',
  'factor.hasNone': 'Keiner',
} as const;
