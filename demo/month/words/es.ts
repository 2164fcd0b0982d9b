import type { Pool } from "../pool.ts"

export const es: Pool = {
  language: "es",
  products: ["hervidor K2", "Crema E1", "Batter B5", "lámpara Halo", "lámpara de pie Aurora"],
  amounts: ["89,00 €", "149,90 €", "34,50 €", "219,00 €"],
  openings: ["Buenos días:", "Hola:", "Buenas tardes:", "Estimados señores:"],
  endings: ["Un saludo,\n[PERSON_1]", "Gracias,\n[PERSON_1]\n[PHONE_1]", "Atentamente,\n[PERSON_1]", "[PERSON_1]"],
  again: [
    "Sigo sin respuesta. ¿Hay alguien mirando mi caso?",
    "Le repito el número de pedido: {order}.",
    "Mi marido [PERSON_3] está en casa a partir del jueves, por si ayuda.",
    "Llamé ayer y me dijeron que escribiera."
  ],
  asked: [
    "Hola, [PERSON_1]:\n\n¿nos puede dar el número de pedido?\n\nUn saludo,\n[PERSON_2]",
    "Hola, [PERSON_1]:\n\nlo estamos comprobando y le escribimos mañana.\n\n[PERSON_2]"
  ],
  greetings: ["Hola, [PERSON_1]:", "Estimada [PERSON_1]:"],
  closings: ["Un saludo,\n[PERSON_2]", "Atentamente,\n[PERSON_2]"],
  sorry: ["Gracias por escribirnos sobre el pedido {order}.", "Siento las molestias.", "Gracias por su paciencia."],
  offers: ["Escríbanos si algo no queda claro.", "¿Necesita algo más?"],
  doubtful: [
    "En esta época suele ir más rápido.",
    "La mayoría de los clientes tiene respuesta al día siguiente.",
    "Una compañera lo ha confirmado esta mañana.",
    "También puede hacerlo en nuestra aplicación."
  ],
  promises: [
    "Por las molestias añado 10 € a su cuenta.",
    "Le reembolso hoy los gastos de envío.",
    "Estará resuelto antes del viernes."
  ],
  adds: [
    "He dejado una nota en su pedido para mis compañeros.",
    "Le escribo yo misma en cuanto sepa algo.",
    "Hasta entonces no tiene que hacer nada más.",
    "El resto de su pedido está en orden."
  ],
  topics: [
    {
      tag: "delivery",
      article: "es/paquete-perdido",
      passage: "El transportista responde en un plazo de cinco días laborables",
      subjects: [
        "Figura como entregado y no está",
        "¿Dónde está el pedido {order}?",
        "Entregado el {date}, no tengo nada"
      ],
      asks: [
        "según el seguimiento, el pedido {order} se entregó el {date}. Aquí no hay nada y mi vecina [PERSON_3] tampoco lo tiene.",
        "mi paquete figura como entregado, pero nadie llamó al timbre. Es un producto de {amount}: {product}.",
        "¿dónde está mi paquete? No hay ningún aviso en el buzón."
      ],
      says: [
        "Pedimos al transportista que busque su paquete.",
        "El transportista responde en un plazo de cinco días laborables.",
        "Su número de búsqueda es [[número de búsqueda]].",
        "Si no aparece, usted elige entre un nuevo envío y el reembolso completo, gastos de envío incluidos.",
        "¿Puede confirmar su dirección de entrega completa?"
      ],
      otherwise: [
        "Acabo de abrir una búsqueda.",
        "Tendremos respuesta en cinco días laborables.",
        "Tiene el número S-48213.",
        "Si sigue sin aparecer, le enviamos otro o le devolvemos todo, como prefiera.",
        "¿Sigue siendo correcta la dirección del pedido?"
      ],
      wrong: { text: "El transportista responde en un plazo de tres días laborables.", says: "cinco días laborables" }
    },
    {
      tag: "refund",
      article: "es/reembolsos",
      passage: "El reembolso se hace siempre por el mismo medio",
      subjects: ["Reembolso de {order}", "Reembolso a otra tarjeta", "¿Cuándo recibo mi dinero?"],
      asks: [
        "devolví el producto ({product}) el {date} y no veo los {amount} en mi cuenta.",
        "¿pueden pagar {amount} a otra tarjeta? La que usé ha caducado.",
        "¿cuánto tarda un reembolso con PayPal?"
      ],
      says: [
        "El reembolso se hace siempre por el mismo medio con el que se pagó.",
        "Empieza en cuanto se revisa la devolución, lo que tarda tres días laborables desde su llegada.",
        "Con tarjeta tarda después de 5 a 7 días laborables.",
        "No pagamos a otra cuenta ni a otra tarjeta."
      ],
      otherwise: [
        "Solo podemos devolverlo a lo que usó para pagar.",
        "Su devolución está revisada y los {amount} van de camino.",
        "Su banco puede tardar hasta siete días laborables.",
        "A otra tarjeta no es posible, lo siento."
      ],
      wrong: { text: "Con PayPal tarda 5 días laborables.", says: "2 días laborables" }
    },
    {
      tag: "return",
      products: 2,
      article: "es/devoluciones",
      passage: "Imprima la etiqueta",
      subjects: ["Devolver un producto", "Etiqueta para {order}", "Devolución: {product}"],
      asks: [
        "el producto ({product}) no me convence. Lo probé una vez con agua. ¿Puedo devolverlo sin la caja?",
        "quiero devolver el pedido {order}. ¿De dónde saco la etiqueta? ¿Puede entregarlo mi vecino [PERSON_3]?",
        "¿cuánto cuesta una devolución? Me llegó el {date}."
      ],
      says: [
        "Puede devolver su compra en los 30 días siguientes a la entrega, sin dar ningún motivo.",
        "Abra Devoluciones en nuestra web e introduzca el número de pedido y su correo electrónico.",
        "Entregue el paquete en un plazo de siete días; puede hacerlo otra persona.",
        "Una devolución dentro de la UE cuesta 4,90 €, que descontamos del reembolso.",
        "La caja original no es necesaria si el producto va bien protegido."
      ],
      otherwise: [
        "Claro, tiene 30 días para devolverlo.",
        "La etiqueta está en nuestra web, en Devoluciones.",
        "Entréguelo en una semana, usted u otra persona.",
        "Por la etiqueta descontamos 4,90 €.",
        "Sirve cualquier caja resistente."
      ]
    },
    {
      tag: "warranty",
      products: 3,
      article: "es/garantia",
      passage: "La reparación tarda hasta 15 días laborables",
      subjects: ["Ruido desde el {date}", "{product} no funciona", "Garantía"],
      asks: [
        "el aparato ({product}) hace un ruido desde el {date}, incluso vacío. Tiene algo más de un año. ¿Lo cubre la garantía?",
        "el aparato del pedido {order} ya no se enciende. ¿Qué necesitan de mí?",
        "¿cuánto tarda una reparación? Lo necesito en Navidad."
      ],
      says: [
        "Todos los productos tienen dos años de garantía desde la entrega.",
        "Necesitamos el número de pedido, el número de serie y una foto o un vídeo corto del fallo.",
        "El número de serie está en la etiqueta de la base.",
        "La reparación tarda hasta 15 días laborables desde la llegada a nuestro taller.",
        "Si no es posible, usted elige entre un producto nuevo y el reembolso completo."
      ],
      otherwise: [
        "El suyo tiene menos de dos años, así que está cubierto.",
        "Lo que más nos ayuda es un vídeo corto con el número de serie.",
        "Lo encuentra si le da la vuelta.",
        "Cuente con tres semanas.",
        "Si el taller no puede, recibe uno nuevo o su dinero."
      ],
      wrong: { text: "Todos los productos tienen tres años de garantía.", says: "dos años" }
    },
    {
      tag: "invoice",
      article: "es/factura",
      passage: "se pueden corregir en los 30 días siguientes a la fecha de la factura",
      subjects: ["Factura a nombre de la empresa", "Factura de {order}", "Falta el NIF"],
      asks: [
        "la factura de {order} del {date} está a mi nombre, pero la compra es de mi empresa. ¿Pueden corregirla?",
        "no encuentro la factura y no tengo cuenta. ¿Me la pueden enviar en papel?",
        "falta nuestro NIF. Mi gestor [PERSON_3] la necesita antes de fin de mes."
      ],
      says: [
        "El nombre, la empresa, la dirección y el NIF se pueden corregir en los 30 días siguientes a la fecha de la factura.",
        "Envíenos el nombre completo de la empresa, su dirección y el NIF.",
        "La factura corregida llega por correo electrónico en dos días laborables.",
        "La fecha y el importe no cambian.",
        "No enviamos facturas en papel."
      ],
      otherwise: [
        "Todavía se puede, no han pasado los 30 días.",
        "Respóndame con los datos de la empresa.",
        "Tendrá el PDF nuevo en dos días laborables.",
        "Solo cambia el nombre.",
        "Solo existe en PDF."
      ]
    }
  ]
}
