import { numbered } from "./numbered.ts"
import type { GuardWords } from "./words.ts"

export const es: GuardWords = {
  prompt: [
    "(?:prompt|instrucciones|indicaciones) (?:de|del) (?:sistema|desarrollador)",
    "prompt",
    "como (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje|asistente (?:virtual|de ia)|chatbot)",
    "soy (?:solo )?(?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje|chatbot|asistente virtual)",
    "mis (?:instrucciones|indicaciones|directrices|reglas|normas) (?:dicen|indican|son|me|prohíben|establecen|exigen)",
    "(?:según|conforme a|de acuerdo con) mis (?:instrucciones|indicaciones|directrices)",
    "(?:instrucciones|indicaciones|directrices|consignas|artículos|documentos|textos|fuentes|contexto) que (?:me (?:han|dieron|dio|fueron)|he recibido|recibí)",
    "(?:se )?me (?:ha |han )?(?:indicado|ordenado|instruido|pedido|dicho|indicaron|ordenaron|instruyeron|pidieron|indicó|ordenó) (?:que )?(?:no|nunca|siempre|responda|conteste|evite)",
    "(?:he sido|fui|estoy) (?:programad|instruid|configurad|entrenad)[oa]",
    "ignor[ae] (?:todas )?las instrucciones (?:anteriores|previas)",
    "eres (?:un |una |el |la )(?:asistente|ia|chatbot|modelo)",
    "instrucciones (?:ocultas|secretas|internas)"
  ],
  secret: [
    "contraseñas?(?! olvidada)",
    "clave(?:s)?(?: (?:de acceso|secreta|personal|de seguridad|actual|pin))",
    "su clave",
    "pin",
    "código (?:pin|de (?:seguridad|verificación|confirmación|acceso|un solo uso|activación)|recibido|sms|que (?:recib|le|te|llega|aparece|acaba)\\p{L}*|de \\p{L}+ (?:dígitos|cifras))",
    "(?:cvv|cvc)",
    "números? (?:completo )?de (?:su |la )?tarjeta",
    "datos (?:completos )?de (?:su |la )?tarjeta",
    "tres (?:dígitos|cifras|números) (?:del|al) (?:dorso|reverso)",
    "foto(?:grafía)? de (?:su |la )?tarjeta",
    "credenciales",
    "frase (?:semilla|de recuperación)"
  ],
  ask: [
    "(?:env[ií]e|env[ií]a|d[ií]ga|di|d[eé]|da|indique|indíque|facilite|facilíte|comunique|comuníque|mande|mánde|pase|proporcione|proporciónе|confirme|confírme|escriba|escríba|comparta|compárta|díga|háganos llegar)(?:nos|me)(?:lo|la|los|las)?",
    "(?:nos|me) (?:lo |la |los |las )?(?:env[ií]e|envíe|diga|dé|indique|facilite|comunique|mande|proporcione|confirme|escriba)",
    "(?:enviar|decir|dar|indicar|facilitar|comunicar|mandar|proporcionar|confirmar)(?:nos|me)(?:lo|la)?",
    "responda(?: \\S{1,40}){0,8} (?:con|indicando|incluyendo)",
    "(?:envíe|enviar|escriba|escribir|ponga|poner|indique|indicar|incluya|incluir|anote|mande|mandar)(?: \\S{1,40}){0,14} (?:aquí|en su respuesta|por este medio|por correo|en este (?:mensaje|chat|correo))",
    "cuál es su"
  ],
  askWeak: [
    "(?:necesitamos|necesito)",
    "(?:por favor,? )(?:confirme|indique|facilite|envíe|proporcione)",
    "(?:podría|puede|podrías) (?:confirmar|indicar|facilitar|enviar|proporcionar|decir)\\p{L}*"
  ],
  place: [
    "pantalla",
    "página",
    "campo",
    "(?:en|desde) (?:la aplicación|la app|su área|el formulario|su cuenta|los ajustes|el portal|su teléfono|el móvil)",
    "aplicación",
    "app",
    "formulario",
    "ajustes",
    "portal",
    "cajero",
    "terminal"
  ],
  not: ["nunca", "no", "jamás", "sin", "ni", "nadie", "ningún\\p{L}*", "en lugar de", "en vez de", "evite", "tampoco"],
  condition: ["si", "cuando", "después", "antes", "porque", "en cuanto", "por qué", "cómo", "sobre", "acerca", "hasta"],
  search: [
    "(?:busque|busca|escriba|teclee|introduzca|ponga)(?: \\S{1,40}){0,14} (?:en (?:google|bing|internet|la red|la web|(?:un|su|el|cualquier) buscador|(?:la )?(?:app|play) store)|por internet)",
    "buscador(?:es)?(?: de internet)?",
    "motor(?:es)? de búsqueda",
    "googlee",
    "búsqueda (?:en|de) (?:google|internet)"
  ],
  login: [
    "inicie sesión",
    "iniciar sesión",
    "entre (?:con|en|allí|ahí)",
    "acceda",
    "identifíquese",
    "regístrese",
    "introduzca su",
    "sus? (?:usuario|contraseña|clave|datos|número)",
    "instale",
    "descargue",
    "primer (?:resultado|enlace)",
    "primera (?:página|web|opción)",
    "conéctese"
  ],
  contact: [
    "escriba",
    "escríbanos",
    "escribir",
    "mande",
    "mándenos",
    "contacte",
    "contáctenos",
    "añada",
    "agregue",
    "únase",
    "mensaje",
    "grupo",
    "canal",
    "perfil",
    "usuario",
    "siga",
    "atendemos",
    "hable",
    "busque",
    "envíe"
  ],
  numbers: numbered(
    "cero uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ochocientos novecientos",
    "0 1 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 40 50 60 70 80 90 100 800 900"
  ),
  at: ["arroba"],
  dot: ["punto"]
}
