import type { problems as english } from "../../en/common/problems.ts"
import type { Translation } from "../../translation.ts"

/** What the relay and the background answer when they refuse, by their codes. */
export const problems: Translation<typeof english> = {
  "problem.no-version": "Esta versión de las reglas de enmascaramiento ya no existe.",
  "problem.agents-may-not-add":
    "En este equipo, los agentes no pueden añadir palabras. Pida a un responsable o a un administrador que la añada, o que permita a los agentes añadir palabras.",
  "problem.list-full": "La lista está llena. Un responsable o un administrador puede quitar algunas palabras.",
  "problem.busy": "El relay tiene más que leer de lo que puede leer ahora. Inténtelo de nuevo dentro de unos segundos.",
  "problem.disk-full":
    "El disco del relay está lleno, así que no se puede guardar nada. Quien administra el relay tiene que liberar espacio.",
  "problem.no-place":
    "Esta dirección no se puede importar desde aquí. Los archivos se envían; las carpetas de la máquina del relay se importan allí, con npm run relay -- import FOLDER.",
  "problem.bad-name":
    "El nombre del archivo no se puede usar. Dele uno de hasta 200 bytes que no empiece por un punto.",
  "problem.no-source": "Esta fuente ya no existe.",
  "problem.files-busy":
    "Aún se están importando dos archivos enviados antes. Envíe este cuando uno de ellos haya terminado.",
  "problem.bad-webhook":
    "La dirección de un webhook empieza por https:// y no contiene un nombre de usuario. Indique una como https://example.com/hook.",
  "problem.no-webhook": "Este webhook ya no existe. Vuelva a cargar la lista.",
  "problem.no-voice": "Esta voz ya no existe. Vuelva a cargar la lista.",
  "problem.no-playbook": "Este procedimiento ya no existe. Vuelva a cargar la lista.",
  "problem.no-lookup": "Esta consulta ya no existe. Vuelva a cargar la lista.",
  "problem.no-memory": "Este recuerdo ya no existe. Vuelva a cargar la lista.",
  "problem.no-finding": "Este hallazgo ya no existe. Vuelva a cargar el informe.",
  "problem.no-past-ticket": "Este ticket resuelto o esta página ya no existe.",
  "problem.no-hook": "Esta fuente ya no tiene webhook.",
  "problem.no-import": "Esta importación ya no existe.",
  "problem.other-import":
    "Esa importación ha terminado y, desde entonces, ha empezado otra de la misma fuente. Vuelva a mirar la lista.",
  "problem.no-recipe": "Ya no se comparten lugares para este sitio. Vuelva a cargar la lista.",
  "problem.no-proposal": "Ya no hay lugares propuestos para este sitio. Vuelva a cargar la lista.",
  "problem.no-code": "Este código ya no vale: se ha usado o revocado, o ha caducado.",
  "problem.settings-changed":
    "Mientras tanto, otro administrador ha cambiado la configuración. Los cambios de usted no se han guardado.",
  "problem.memory-changed": "Mientras tanto, alguien ha cambiado este recuerdo. Vuelva a cargar la lista.",
  "problem.memory-empty": "Un recuerdo no puede estar vacío. Escriba lo que suele escribir el equipo.",
  "problem.memory-personal":
    "Esto contiene lo que parece una persona, una dirección o un número de alguien. Un recuerdo es para todos los clientes: escríbalo sin esos datos. Si es un nombre de su equipo, añádalo a las reglas de enmascaramiento.",
  "problem.memory-expired": "Ese día ya ha pasado. Elija uno posterior.",
  "problem.proposal-changed":
    "Mientras tanto se han propuesto otros lugares para este sitio, y no se ha decidido nada. Mírelos primero.",
  "problem.sites-hashed":
    "Su equipo oculta las direcciones de los helpdesks con un hash. Los lugares contienen la dirección, así que no se pueden compartir.",
  "problem.too-many-proposals": "Este navegador propone lugares con demasiada frecuencia. Espere una hora.",
  "problem.too-many-off-switches": "Un equipo tiene como máximo 100 desactivaciones. Quite una primero.",
  "problem.no-off-switch": "Esta desactivación ya no existe. Cargue la lista de nuevo.",
  "problem.switched-off": "Esto está desactivado para este ticket.",
  "problem.too-many-corrections": "Demasiadas correcciones a la vez. Espere un minuto.",
  "problem.too-many-tries": "Demasiados intentos a la vez. Espere un minuto e inténtelo de nuevo.",
  "problem.no-case": "Este caso no existe. Puede ser más antiguo que los que guarda el relay.",
  "problem.case-erased": "Este caso se borró con su ticket. Continúe con el siguiente.",
  "problem.ticket-erased": "Este ticket se ha borrado. Pida otro borrador.",
  "problem.no-draft":
    "Este borrador no existe. Puede que se haya borrado, o que sea más antiguo que los que guarda el relay.",
  "problem.no-model": "El relay no tiene ese modelo. Vuelva a cargar la lista.",
  "problem.no-tone-model": "Aquí el tono no lo lee ningún modelo, sino las reglas.",
  "problem.sign-in-over": "Su sesión ha terminado, según lo fijado por su organización. Inicie sesión de nuevo.",
  "problem.own-sign-in": "Es su propia sesión. Confírmelo otra vez y esta página se cerrará.",
  "problem.no-person": "El relay no conoce a esa persona.",
  "problem.shutting-down": "El relay se está deteniendo o actualizando. Inténtelo de nuevo dentro de un momento.",
  "problem.too-slow": "La petición no llegó a tiempo. No se ha guardado nada de ella. Envíela de nuevo.",
  "problem.internal":
    "El relay comunicó un fallo. Inténtelo de nuevo; si se repite, avise a quien administra el relay.",
  "problem.relay-error": "El relay comunicó un fallo, o en su dirección responde algo que no es un relay.",
  "problem.not-a-relay": "En esta dirección responde algo que no es un relay.",
  "problem.relay-unreachable": "El relay no responde. Inícielo o compruebe su dirección.",
  "problem.relay-stopped": "El relay dejó de responder.",
  "problem.database-down": "El relay no puede acceder a su base de datos. Inténtelo de nuevo dentro de un momento.",
  "problem.other-version":
    "El relay es de otra versión. Actualice la extensión o el relay para que ambas versiones coincidan.",
  "problem.signed-out": "Se ha cerrado la sesión de este navegador. Vincúlelo con otro código.",
  "problem.sign-in-expired": "Este navegador no se ha usado durante demasiado tiempo. Vincúlelo con otro código.",
  "problem.sign-in-reused":
    "Se ha cerrado la sesión de este navegador, porque se usó una copia anterior de ella. Vincúlelo con otro código y avise a quien administra el relay.",
  "problem.token-revoked": "Se ha cerrado la sesión de este navegador. Vincúlelo con otro código.",
  "problem.not-paired": "El relay no conoce este navegador. Vincúlelo con otro código.",
  "problem.clock-differs": "El reloj de este navegador difiere demasiado del del relay. Ajústelo e inténtelo de nuevo.",
  "problem.wrong-host": "El relay no responde a este nombre. Su propietario puede añadirlo a RELAY_HOSTS.",
  "problem.needs-https": "Al relay solo se accede por HTTPS.",
  "problem.unsafe-address": "Sin HTTPS solo se accede a un relay de este dispositivo. Escriba su dirección https://.",
  "problem.file-gone": "El archivo ya no se puede leer: se ha modificado o movido. Elíjalo de nuevo.",
  "problem.note-too-long": "Con los nombres sustituidos, la nota es demasiado larga. Acórtela.",
  "problem.note-not-masked": "La nota no se pudo enmascarar a tiempo, así que no se ha enviado nada.",
  "problem.no-answer": "La extensión no ha respondido. Recargue esta página."
}
