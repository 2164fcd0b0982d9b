import type { SampleTickets } from "./sample-tickets.ts"

export const pt: SampleTickets = {
  agent: "Rui Teixeira",
  tickets: [
    {
      subject: "Encomenda dada como entregue, mas não chegou",
      requester: "Marta Vilaverde",
      text: `Boa tarde,

a encomenda LL-48240 consta como entregue no dia 17 de novembro, mas não chegou nada. Já perguntei aos vizinhos. O que acontece agora e quanto tempo demora a procura?

Marta Vilaverde`,
      page: {
        title: "Consta como entregue, mas não chegou",
        passage: `Por vezes uma encomenda é registada como entregue antes de chegar à porta.

Verifique primeiro

- Pergunte aos vizinhos e às pessoas da casa.
- Veja na entrada do prédio e junto aos contentores.
- Procure um aviso da transportadora na caixa do correio.

Espere um dia útil depois do registo; muitas vezes a encomenda chega nessa altura.

A pesquisa da transportadora

Quando uma encomenda consta como entregue mas falta, pedimos à transportadora que a procure. A transportadora responde no prazo de cinco dias úteis. Damos-lhe um número de pesquisa, que consta do e-mail de confirmação da transportadora. Até ao fim da pesquisa nada é reembolsado.
1. Escreva-nos nos 14 dias seguintes ao registo de entrega.
2. Confirme a sua morada de entrega completa.
3. Se a encomenda for superior a 150 €, assine a declaração de que nada chegou.

Se não for encontrada

Escolhe entre um novo envio e o reembolso total, com os portes incluídos. O novo envio sai no prazo de um dia útil e o reembolso é iniciado no prazo de dois dias úteis.`
      }
    },
    {
      subject: "Devolução da chaleira K2",
      requester: "João Martins",
      text: `Boa noite,

usei uma vez, só com água, a chaleira K2 da encomenda LL-47912, e é mais barulhenta do que eu esperava. Posso devolvê-la, quanto custa a devolução e como peço a etiqueta?

João Martins`,
      page: {
        title: "Devolver um produto",
        passage: `Pode devolver a sua compra nos 30 dias seguintes à entrega, sem indicar um motivo.

Condições

- Pode experimentar o produto como numa loja. Numa chaleira ou máquina de café é permitida uma experiência com água.
- Junte tudo na caixa: acessórios, tampas, cabos e instruções.
- A caixa original não é necessária se o produto estiver bem protegido.
- Se houver restos de alimentos, café ou óleo, descontamos 20 % do preço.

Como fazer

1. Abra Devoluções no nosso site e indique o número da encomenda e o seu e-mail.
2. Imprima a etiqueta ou mostre o código num ponto de recolha.
3. Entregue o pacote no prazo de sete dias. Outra pessoa pode entregá-lo por si.

Custos

Uma devolução dentro da UE custa 4,90 €, que descontamos no reembolso. É gratuita se o produto tiver defeito ou se enviámos o artigo errado. Verificamos a devolução nos três dias úteis seguintes à sua chegada.`
      }
    },
    {
      subject: "Fatura em nome da minha empresa",
      requester: "Teresa Lobo",
      text: `Bom dia,

a fatura da encomenda LL-46618 está em meu nome, mas a compra é da minha empresa. Podem corrigir a fatura, e o que precisam para isso?

Teresa Lobo`,
      page: {
        title: "Obter ou corrigir uma fatura",
        passage: `A fatura chega em PDF por e-mail no dia em que a encomenda sai do nosso armazém.

Encontrá-la

- Com conta: Encomendas, depois a encomenda e Fatura.
- Sem conta: escreva-nos com o número da encomenda. Enviamo-la de novo no prazo de um dia útil.

Não enviamos faturas em papel.

Corrigi-la

O nome, a empresa, a morada e o NIF podem ser corrigidos nos 30 dias seguintes à data da fatura. Envie-nos:
1. o número da encomenda;
2. o nome completo da empresa e a morada;
3. o NIF ou número de IVA, se existir.

A fatura corrigida chega por e-mail no prazo de dois dias úteis. A data e o valor não mudam.

Depois de 30 dias

Emitimos então uma nota de crédito e uma fatura nova com a data do dia. Demora cinco dias úteis. As faturas de um ano encerrado não podem ser alteradas depois de 31 de janeiro.`
      }
    }
  ]
}
