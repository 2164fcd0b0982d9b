import type { problems as english } from "../../en/common/problems.ts"
import type { Translation } from "../../translation.ts"

/**
 * What the relay and the background answer when they refuse, by their codes. A code whose sentence names something of
 * the request (a line, an address, a limit) isn't here: the relay's own sentence is shown.
 */
export const problems: Translation<typeof english> = {
  "problem.no-version": "Cette version des règles de masquage n’existe plus.",
  "problem.agents-may-not-add":
    "Dans cette équipe, les agents n’ajoutent pas de mots. Demandez à un responsable ou à un admin d’ajouter celui-ci, ou de permettre aux agents d’en ajouter.",
  "problem.list-full": "La liste est pleine. Un responsable ou un admin peut en retirer des mots.",
  "problem.busy": "Le relais a trop à lire pour l’instant. Réessayez dans quelques secondes.",
  "problem.disk-full":
    "Le disque du relais est plein : rien ne peut être enregistré. La personne qui gère le relais doit faire de la place.",
  "problem.no-place":
    "Cette adresse ne peut pas être importée d’ici. Un fichier s’envoie depuis cette page ; les dossiers de la machine du relais s’importent sur celle-ci, avec npm run relay -- import FOLDER.",
  "problem.bad-name":
    "Le nom du fichier est inutilisable. Donnez-lui un nom de 200 octets au plus qui ne commence pas par un point.",
  "problem.no-source": "Cette source n’existe plus.",
  "problem.files-busy":
    "L’import de deux fichiers envoyés auparavant est encore en cours. Envoyez celui-ci quand l’un d’eux est terminé.",
  "problem.bad-webhook":
    "L’adresse d’un webhook commence par https:// et ne contient pas de nom d’utilisateur. Donnez-en une comme https://example.com/hook.",
  "problem.no-webhook": "Ce webhook n’existe plus. Rechargez la liste.",
  "problem.no-voice": "Ce style n’existe plus. Rechargez la liste.",
  "problem.no-playbook": "Cette procédure n’existe plus. Rechargez la liste.",
  "problem.no-lookup": "Cette consultation n’existe plus. Rechargez la liste.",
  "problem.no-memory": "Cet acquis n’existe plus. Rechargez la liste.",
  "problem.no-finding": "Ce constat n’existe plus. Rechargez le rapport.",
  "problem.no-past-ticket": "Ce ticket résolu ou cette page n’existe plus.",
  "problem.no-hook": "Cette source n’a plus de webhook.",
  "problem.no-import": "Cet import n’existe plus.",
  "problem.other-import":
    "Cet import est terminé, et un autre de la même source a commencé depuis. Regardez à nouveau la liste.",
  "problem.no-recipe": "Plus aucun emplacement n’est partagé pour ce site. Rechargez la liste.",
  "problem.no-proposal": "Plus aucun emplacement n’est proposé pour ce site. Rechargez la liste.",
  "problem.no-code": "Ce code n’est plus valable : il a servi, il a été révoqué, ou il a expiré.",
  "problem.settings-changed":
    "Un autre admin a modifié les réglages entre-temps. Les vôtres n’ont pas été enregistrés.",
  "problem.memory-changed": "Quelqu’un a modifié cet acquis entre-temps. Rechargez la liste.",
  "problem.memory-empty": "Un acquis ne peut pas être vide. Écrivez ce qu’écrit l’équipe.",
  "problem.memory-personal":
    "Ce texte semble contenir un nom de personne, une adresse ou un numéro personnel. Un acquis vaut pour tous les clients : écrivez-le sans cela. Si c’est un nom de votre équipe, ajoutez-le aux règles de masquage.",
  "problem.memory-expired": "Cette date est passée. Choisissez une date ultérieure.",
  "problem.proposal-changed":
    "D’autres emplacements ont été proposés pour ce site entre-temps, et rien n’a été décidé. Examinez-les d’abord.",
  "problem.sites-hashed":
    "Dans votre équipe, les adresses des helpdesks sont hachées. Les emplacements contiennent l’adresse, donc ils ne peuvent pas être partagés.",
  "problem.too-many-proposals": "Ce navigateur propose des emplacements trop souvent. Attendez une heure.",
  "problem.too-many-off-switches": "Une équipe a 100 désactivations au plus. Retirez-en une d’abord.",
  "problem.no-off-switch": "Cette désactivation n’existe plus. Rechargez la liste.",
  "problem.switched-off": "C’est désactivé pour ce ticket.",
  "problem.too-many-corrections": "Trop de corrections à la fois. Attendez une minute.",
  "problem.too-many-tries": "Trop d’essais à la fois. Attendez une minute, puis réessayez.",
  "problem.no-case": "Ce cas est introuvable. Le relais ne conserve peut-être pas les cas aussi longtemps.",
  "problem.case-erased": "Ce cas a été effacé avec son ticket. Passez au suivant.",
  "problem.ticket-erased": "Ce ticket a été effacé. Demandez un nouveau brouillon.",
  "problem.no-draft":
    "Ce brouillon est introuvable. Il a peut-être été effacé, ou le relais ne conserve pas les brouillons aussi longtemps.",
  "problem.no-model": "Le relais n’a pas ce modèle. Rechargez la liste.",
  "problem.no-tone-model": "Ici, aucun modèle ne lit le ton ; les règles s’en chargent.",
  "problem.sign-in-over": "Votre connexion a expiré, comme votre organisation l’a fixé. Reconnectez-vous.",
  "problem.own-sign-in": "C’est votre propre session. Confirmez encore une fois, et cette page se fermera.",
  "problem.no-person": "Le relais ne connaît pas cette personne.",
  "problem.shutting-down": "Le relais est en cours d’arrêt ou de mise à jour. Réessayez dans un instant.",
  "problem.too-slow": "La requête n’est pas arrivée à temps. Rien n’en a été enregistré. Renvoyez-la.",
  "problem.internal":
    "Le relais a signalé une erreur. Réessayez ; si elle se répète, prévenez la personne qui gère le relais.",
  "problem.relay-error": "Le relais a signalé une erreur, ou ce n’est pas un relais qui répond à son adresse.",
  "problem.not-a-relay": "Autre chose qu’un relais répond à cette adresse.",
  "problem.relay-unreachable": "Le relais ne répond pas. Démarrez-le, ou vérifiez son adresse.",
  "problem.relay-stopped": "Le relais a cessé de répondre.",
  "problem.database-down": "Le relais ne joint pas sa base de données. Réessayez dans un instant.",
  "problem.other-version":
    "Le relais est d’une autre version. Mettez à jour l’extension ou le relais, pour qu’ils concordent.",
  "problem.signed-out": "Ce navigateur a été déconnecté. Associez-le avec un nouveau code.",
  "problem.sign-in-expired": "Ce navigateur n’a pas servi pendant trop longtemps. Associez-le avec un nouveau code.",
  "problem.sign-in-reused":
    "Ce navigateur a été déconnecté, car une copie antérieure de sa session a été utilisée. Associez-le avec un nouveau code, et prévenez la personne qui gère le relais.",
  "problem.token-revoked": "Ce navigateur a été déconnecté. Associez-le avec un nouveau code.",
  "problem.not-paired": "Le relais ne connaît pas ce navigateur. Associez-le avec un nouveau code.",
  "problem.clock-differs": "L’horloge de ce navigateur diffère trop de celle du relais. Réglez-la, puis réessayez.",
  "problem.wrong-host":
    "Le relais n’est pas accessible sous ce nom. La personne qui le gère peut l’ajouter à RELAY_HOSTS.",
  "problem.needs-https": "Le relais n’est joignable qu’en HTTPS.",
  "problem.unsafe-address":
    "Sans HTTPS, seul un relais sur cet ordinateur peut être joint. Saisissez son adresse en https://.",
  "problem.file-gone": "Le fichier est devenu illisible : il a été modifié ou déplacé. Choisissez-le à nouveau.",
  "problem.note-too-long": "Une fois ses noms remplacés, la note est trop longue. Raccourcissez-la.",
  "problem.note-not-masked": "La note n’a pas pu être masquée à temps, donc rien n’a été envoyé.",
  "problem.no-answer": "L’extension n’a pas répondu. Rechargez cette page."
}
