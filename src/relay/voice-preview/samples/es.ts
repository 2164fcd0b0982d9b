import type { SampleTickets } from "./sample-tickets.ts"

export const es: SampleTickets = {
  agent: "Marcos Ruiz",
  tickets: [
    {
      subject: "Paquete entregado, pero no ha llegado",
      requester: "Elena Vidal",
      text: `Hola:

el pedido LL-48240 figura como entregado el 17 de noviembre, pero no ha llegado nada. Ya he preguntado a los vecinos. ¿Qué pasa ahora y cuánto tarda la búsqueda?

Elena Vidal`,
      page: {
        title: "Figura como entregado, pero no ha llegado",
        passage: `A veces un paquete se registra como entregado antes de llegar a la puerta.

Compruebe primero

- Pregunte a sus vecinos y a las personas de su casa.
- Mire en el portal y junto a los contenedores.
- Busque un aviso del transportista en el buzón.

Espere un día laborable después del registro; a menudo el paquete llega entonces.

La búsqueda del transportista

Cuando un paquete figura como entregado pero falta, pedimos al transportista que lo busque. El transportista responde en un plazo de cinco días laborables. Le damos un número de búsqueda, que figura en el correo de confirmación del transportista. Hasta que termina la búsqueda no se reembolsa nada.
1. Escríbanos en los 14 días siguientes al registro de entrega.
2. Confirme su dirección de entrega completa.
3. Si el pedido supera los 150 €, firme la declaración de que no ha recibido nada.

Si no aparece

Usted elige entre un nuevo envío y el reembolso completo, gastos de envío incluidos. El nuevo envío sale en un día laborable y el reembolso se inicia en dos días laborables.`
      }
    },
    {
      subject: "Devolver el hervidor K2",
      requester: "Ignacio Beltrán",
      text: `Buenos días:

he probado una vez con agua el hervidor K2 del pedido LL-47912 y hace demasiado ruido. ¿Puedo devolverlo, cuánto cuesta la devolución y cómo consigo la etiqueta?

Ignacio Beltrán`,
      page: {
        title: "Devolver un producto",
        passage: `Puede devolver su compra en los 30 días siguientes a la entrega, sin dar ningún motivo.

Condiciones

- Puede probar el producto como en una tienda. En un hervidor o una cafetera se permite una prueba con agua.
- Incluya todo en el paquete: accesorios, tapas, cables e instrucciones.
- La caja original no es necesaria si el producto va bien protegido.
- Si hay restos de alimentos, café o aceite, descontamos el 20 % del precio.

Cómo se hace

1. Abra Devoluciones en nuestra web e introduzca el número de pedido y su correo electrónico.
2. Imprima la etiqueta o muestre el código en un punto de recogida.
3. Entregue el paquete en un plazo de siete días. Puede hacerlo otra persona.

Coste

Una devolución dentro de la UE cuesta 4,90 €, que descontamos del reembolso. Es gratuita si el producto es defectuoso o si enviamos un artículo equivocado. Revisamos la devolución en los tres días laborables siguientes a su llegada.`
      }
    },
    {
      subject: "Factura a nombre de mi empresa",
      requester: "Lucía Fernández",
      text: `Buenos días:

la factura del pedido LL-46618 está a mi nombre, pero la compra es de mi empresa. ¿Pueden corregir la factura, y qué necesitan para ello?

Lucía Fernández`,
      page: {
        title: "Obtener o corregir una factura",
        passage: `La factura llega en PDF por correo electrónico el día en que el paquete sale de nuestro almacén.

Encontrarla

- Con cuenta: Pedidos, después el pedido y Factura.
- Sin cuenta: escríbanos con el número de pedido. La enviamos de nuevo en un día laborable.

No enviamos facturas en papel.

Corregirla

El nombre, la empresa, la dirección y el NIF se pueden corregir en los 30 días siguientes a la fecha de la factura. Envíenos:
1. el número de pedido;
2. el nombre completo de la empresa y su dirección;
3. el NIF o número de IVA, si lo hay.

La factura corregida llega por correo electrónico en dos días laborables. La fecha y el importe no cambian.

Después de 30 días

Entonces emitimos un abono y una factura nueva con la fecha del día. Tarda cinco días laborables. Las facturas de un año cerrado no se pueden cambiar después del 31 de enero.`
      }
    }
  ]
}
