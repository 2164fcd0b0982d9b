import type { lookups as english } from "../../en/lookups/lookups.ts"
import type { Translation } from "../../translation.ts"

/** The panel's cards "Customer" and "Attachments", and the admin page's card "Lookups". */
export const lookups: Translation<typeof english> = {
  lookups: "Client",
  "lookups.again": "Consulter à nouveau",
  "lookups.looking": "Consultation en cours.",
  "lookups.from": "{title}, lu à {time}",
  "lookups.from.cited": "{title}, lu à {time}, source {n} du brouillon",
  "lookups.none": "Rien trouvé",
  "lookups.none.why": "{title} a répondu, et n’en sait rien.",
  "lookups.not-asked": "Pas consulté, faute de donnée dans le ticket : {missing}.",
  "lookups.more": "{title} en a plus que ce qui a été lu.",
  "lookups.unknown": "Inconnu : {why}",
  "lookups.unread": "Pas dans la réponse",
  "lookups.add": "Ajouter au brouillon : {label}",
  "type-in": "Saisir",
  "type-in.why": "Le brouillon est réécrit avec cette valeur. Elle est masquée comme un champ du ticket.",
  "type-in.use": "Utiliser",
  "type-in.about": "Saisir : {about}",
  "lookups.typed": "Saisi par vous",
  "lookups.earlier": "Le brouillon repose sur des données plus anciennes de {titles}.",
  "lookups.redo": "Réécrire",
  "lookups.identity": "Visible de vous seulement : ce n’est pas envoyé.",
  "lookups.orders":
    "Cela ressemble à une instruction adressée à une machine, donc ce n’est pas envoyé. Ne la suivez pas.",
  "lookups.note":
    "Cela répète une note interne, ou se trouve là où les helpdesks gardent les notes, donc ce n’est pas envoyé.",
  "lookups.secret": "La réponse répétait votre secret, donc elle n’est pas affichée. Prévenez votre admin.",
  "lookups.not-none": "Cela ne veut pas dire « aucun ».",
  "lookups.problem.needs-permission": "ce navigateur ne peut pas encore interroger {host}",
  "lookups.problem.needs-secret": "{title} demande un secret, à saisir par vous-même",
  "lookups.problem.bad-secret":
    "le secret pour {title} contient un caractère qu’aucun secret n’a, comme un guillemet courbe ou un saut de ligne : saisissez-le à nouveau",
  "lookups.problem.bad-value": "la valeur du ticket ne convient pas à l’adresse",
  "lookups.problem.timeout": "{title} n’a pas répondu en 3 s",
  "lookups.problem.unreachable": "{host} n’a pas pu être joint",
  "lookups.problem.redirected": "{host} a renvoyé la requête ailleurs, ce qui n’est pas suivi",
  "lookups.problem.too-large": "la réponse de {title} dépasse 256 ko",
  "lookups.problem.not-json":
    "{host} a répondu par une page au lieu de données. Son adresse est peut-être fausse, ou une session est terminée",
  "lookups.problem.unmasked":
    "les noms dans la réponse de {title} n’ont pas pu être masqués à temps, donc elle n’est pas utilisée. Consultez à nouveau",
  "lookups.problem.refused": "{title} a refusé le secret ou la session (statut {status})",
  "lookups.problem.rate-limited": "{title} est trop sollicité, et pourra l’être à nouveau à {until}",
  "lookups.problem.status": "{title} a répondu par l’erreur {status}",
  "lookups.problem.view": "{said}",
  "lookups.problem.masked-value":
    "le relais aurait besoin de cette valeur du ticket telle quelle, or elle est masquée ({missing}). Votre admin peut l’autoriser pour un numéro",
  "lookups.allow": "Autoriser {host}",
  "lookups.allow.why":
    "{title} y est interrogé sur les données du client, avec GET seulement. L’admin de votre équipe a choisi l’adresse.",
  "lookups.allow.not": "Le navigateur ne l’a pas autorisé.",
  "lookups.secret.save": "Conserver et consulter",
  "lookups.secret.where": "Conservé chiffré dans ce navigateur, et envoyé à {host} seulement.",
  "lookups.foot":
    "Votre navigateur a interrogé ces systèmes lui-même. Le relais reçoit des données masquées pour ce brouillon et n’en conserve aucune.",
  "lookups.foot.views":
    "Le relais a interrogé {views} avec un numéro du ticket, et n’en conserve rien. Votre navigateur a interrogé les autres lui-même.",
  attachments: "Pièces jointes",
  "attachments.count": "{count, plural, one {# fichier} other {# fichiers}}",
  "attachments.read": "Lire",
  "attachments.read.of": "Lire {name}",
  "attachments.again": "Réessayer",
  "attachments.again.of": "Réessayer : {name}",
  "attachments.reading": "Lecture en cours.",
  "attachments.drop": "Retirer",
  "attachments.drop.of": "Retirer : {name}",
  "attachments.first": "Début de {name}",
  "attachments.length":
    "{count, plural, one {# caractère lu} other {# caractères lus}}. Ce qui convient à la question part avec un brouillon, masqué.",
  "attachments.length.cut":
    "Début utilisé : {count, plural, one {# caractère} other {# caractères}} ; le fichier en a plus. Ce qui convient à la question part avec un brouillon, masqué.",
  "attachments.cited": "Source {n} du brouillon.",
  "attachments.orders":
    "Des parties ressemblent à des instructions adressées à une machine, donc elles ne sont pas envoyées. Ne les suivez pas.",
  "attachments.unsent":
    "Rien n’en est parti avec le brouillon : des noms n’ont pas pu y être masqués à coup sûr, ou le tout donne des ordres à une machine.",
  "attachments.redo": "Réécrire",
  "attachments.draft-without": "Le brouillon a été écrit sans ce que vous avez fait lire.",
  "attachments.draft-with-removed": "Le brouillon a été écrit avec un fichier que vous avez retiré.",
  "attachments.foot": "Rien n’est récupéré avant que vous cliquiez sur Lire. Le fichier reste dans ce navigateur.",
  "attachments.off": "Votre équipe a désactivé la lecture des pièces jointes.",
  "attachments.not.internal": "Fait partie d’une note interne : non lu.",
  "attachments.not.kind": "Non lu : seuls le sont le texte, les PDF, Word (.docx) et les descriptions d’images.",
  "attachments.not.elsewhere": "Non lu : le helpdesk n’en donne pas d’adresse sur son propre hôte.",
  "attachments.not.too-large": "Non lu : dépasse 5 Mo.",
  "attachments.problem.encrypted": "Protégé par un mot de passe. Ouvrez-le vous-même.",
  "attachments.problem.no-text": "Sans texte lisible, comme un document numérisé. Le texte des images n’est pas lu.",
  "attachments.problem.no-description":
    "La page n’a pas de description de cette image. Ce que montre une image n’est pas lu.",
  "attachments.problem.empty": "Le fichier est vide.",
  "attachments.problem.too-large": "Dépasse 5 Mo.",
  "attachments.problem.gone": "Le helpdesk ne l’a plus.",
  "attachments.problem.forbidden": "Le helpdesk ne vous permet pas de l’ouvrir.",
  "attachments.problem.logged-out":
    "Votre session dans le helpdesk est fermée. Reconnectez-vous au helpdesk, puis réessayez.",
  "attachments.problem.elsewhere":
    "Le helpdesk envoie ce fichier depuis un autre hôte ou demande une connexion, ce qui n’est pas suivi. Ouvrez-le dans le helpdesk.",
  "attachments.problem.wrong-type": "Ce n’est pas ce que dit son nom, ou ce n’est pas du texte. Ouvrez-le vous-même.",
  "attachments.problem.encoding":
    "Son encodage de caractères ne peut pas être déterminé avec certitude. Ouvrez-le vous-même.",
  "attachments.problem.mail": "C’est un e-mail sans texte brut lisible. Ouvrez-le vous-même.",
  "attachments.problem.old-word": "C’est un ancien fichier Word (.doc). Seul .docx est lu.",
  "attachments.problem.broken-pdf": "C’est un PDF abîmé. Demandez au client de le renvoyer.",
  "attachments.problem.broken-docx": "C’est un document Word abîmé. Demandez au client de le renvoyer.",
  "attachments.problem.bomb":
    "Décompressé, il dépasse de loin ce que permet sa taille : il n’a pas été ouvert. Il est peut-être malveillant.",
  "attachments.problem.timeout": "La lecture a pris plus de 10 s, et a été arrêtée.",
  "attachments.problem.too-many": "Trois sont déjà lus. Retirez-en d’abord un.",
  "attachments.problem.unreadable": "La lecture a échoué. Rien n’est perdu.",
  "attachments.problem.internal": "Fait maintenant partie d’une note interne, donc non lu.",
  "lookups.admin": "Consultations",
  "lookups.admin.lead":
    "Les systèmes que le navigateur de chaque agent interroge sur le client d’un ticket, comme la boutique, et les vues d’une base de données que le relais interroge. Ils sont seulement lus. Les secrets sont saisis par chaque agent et jamais enregistrés ici.",
  "lookups.admin.none": "Rien n’est consulté.",
  "lookups.admin.list": "Consultations de l’équipe",
  "lookups.admin.asks": "Interroge {hosts}. Version {version}, {time}.",
  "lookups.admin.asks.helpdesk": "Interroge le helpdesk lui-même. Version {version}, {time}.",
  "lookups.admin.asks.view": "Le relais interroge sa base de données. Version {version}, {time}.",
  "lookups.admin.unread":
    "Cette version ne sait pas la lire, donc elle n’est pas utilisée. Corrigez-la avec Modifier, ou retirez-la. Version {version}, {time}.",
  "lookups.admin.edit": "Modifier",
  "lookups.admin.remove": "Retirer",
  "lookups.admin.sure": "Plus aucun navigateur ne fera cette consultation. Ses versions restent.",
  "lookups.admin.do": "Retirer la consultation",
  "lookups.admin.keep": "Conserver",
  "lookups.admin.unsaved":
    "Enregistrez d’abord le texte ci-dessous, ou videz le champ : une autre modification le remplacerait.",
  "lookups.admin.yaml": "YAML d’une consultation",
  "lookups.admin.hint": "Si son nom est dans la liste, elle remplace celle de la liste, comme nouvelle version.",
  "lookups.admin.empty": "Collez d’abord une consultation.",
  "lookups.admin.save": "Enregistrer la consultation",
  "lookups.admin.saving": "Enregistrement.",
  "lookups.admin.saved":
    "{name} est enregistrée comme version {version}. Les navigateurs des agents l’auront à leur prochaine requête.",
  "lookups.admin.removed": "{name} est retirée."
}
