import type { Pool } from "../pool.ts"

export const pt: Pool = {
  language: "pt",
  products: ["chaleira K2", "Crema E1", "Batter B5", "candeeiro Halo", "candeeiro de pé Aurora"],
  amounts: ["89,00 €", "149,90 €", "34,50 €", "219,00 €"],
  openings: ["Bom dia,", "Olá,", "Boa tarde,", "Exmos. Senhores,"],
  endings: [
    "Cumprimentos,\n[PERSON_1]",
    "Obrigada,\n[PERSON_1]\n[PHONE_1]",
    "Com os melhores cumprimentos,\n[PERSON_1]",
    "[PERSON_1]"
  ],
  again: [
    "Continuo sem resposta. Está alguém a tratar disto?",
    "Repito o número da encomenda: {order}.",
    "O meu marido [PERSON_3] está em casa a partir de quinta-feira, se ajudar.",
    "Liguei ontem e disseram-me para escrever."
  ],
  asked: [
    "Bom dia, [PERSON_1],\n\npode indicar-nos o número da encomenda?\n\nCumprimentos\n[PERSON_2]",
    "Bom dia, [PERSON_1],\n\nestamos a verificar e voltamos a escrever amanhã.\n\n[PERSON_2]"
  ],
  greetings: ["Olá, [PERSON_1],", "Bom dia, [PERSON_1],"],
  closings: ["Cumprimentos\n[PERSON_2]", "Com os melhores cumprimentos\n[PERSON_2]"],
  sorry: [
    "obrigado pela sua mensagem sobre a encomenda {order}.",
    "lamento o incómodo.",
    "obrigado pela sua paciência."
  ],
  offers: ["Escreva-nos se algo não ficar claro.", "Precisa de mais alguma coisa?"],
  doubtful: [
    "Nesta altura do ano costuma ser mais rápido.",
    "A maioria dos clientes tem resposta no dia seguinte.",
    "Uma colega confirmou-o esta manhã.",
    "Também o pode fazer na nossa aplicação."
  ],
  promises: [
    "Pelo incómodo acrescento 10 € à sua conta.",
    "Reembolso hoje os portes.",
    "Ficará resolvido até sexta-feira."
  ],
  adds: [
    "Deixei uma nota na sua encomenda para os meus colegas.",
    "Escrevo-lhe eu própria assim que souber mais.",
    "Até lá não tem de fazer mais nada.",
    "O resto da sua encomenda está em ordem."
  ],
  topics: [
    {
      tag: "delivery",
      article: "pt/encomenda-perdida",
      passage: "A transportadora responde no prazo de cinco dias úteis",
      subjects: [
        "Consta como entregue e não chegou",
        "Onde está a encomenda {order}?",
        "Entregue a {date}, não tenho nada"
      ],
      asks: [
        "segundo o seguimento, a encomenda {order} foi entregue a {date}. Aqui não está nada e a vizinha [PERSON_3] também não a tem.",
        "a minha encomenda consta como entregue, mas ninguém tocou à campainha. É um artigo de {amount}: {product}.",
        "onde está a minha encomenda? Não há nenhum aviso na caixa do correio."
      ],
      says: [
        "Pedimos à transportadora que procure a sua encomenda.",
        "A transportadora responde no prazo de cinco dias úteis.",
        "O seu número de pesquisa é [[número de pesquisa]].",
        "Se não for encontrada, escolhe entre um novo envio e o reembolso total, com os portes incluídos.",
        "Pode confirmar a sua morada de entrega completa?"
      ],
      otherwise: [
        "Acabei de abrir uma pesquisa.",
        "Teremos resposta em cinco dias úteis.",
        "Tem o número S-48213.",
        "Se continuar sem aparecer, enviamos outra ou devolvemos tudo, como preferir.",
        "A morada da encomenda ainda está certa?"
      ],
      wrong: { text: "A transportadora responde no prazo de três dias úteis.", says: "cinco dias úteis" }
    },
    {
      tag: "refund",
      article: "pt/reembolsos",
      passage: "O reembolso é sempre feito pelo meio com que pagou",
      subjects: ["Reembolso de {order}", "Reembolso para outro cartão", "Quando recebo o dinheiro?"],
      asks: [
        "devolvi o artigo ({product}) a {date} e não vejo os {amount} na minha conta.",
        "podem pagar {amount} para outro cartão? O que usei já caducou.",
        "quanto tempo demora um reembolso com PayPal?"
      ],
      says: [
        "O reembolso é sempre feito pelo meio com que pagou.",
        "Começa assim que a devolução é verificada, o que demora três dias úteis a partir da chegada.",
        "Com cartão demora depois 5 a 7 dias úteis.",
        "Não pagamos para outra conta nem para outro cartão."
      ],
      otherwise: [
        "Só podemos devolver para o meio que usou.",
        "A sua devolução está verificada e os {amount} vão a caminho.",
        "O banco pode precisar de sete dias úteis.",
        "Para outro cartão não é possível, lamento."
      ],
      wrong: { text: "Com PayPal demora 5 dias úteis.", says: "2 dias úteis" }
    },
    {
      tag: "return",
      products: 2,
      article: "pt/devolucoes",
      passage: "Imprima a etiqueta",
      subjects: ["Devolver um produto", "Etiqueta para {order}", "Devolução: {product}"],
      asks: [
        "o artigo ({product}) não me agrada. Experimentei uma vez com água. Posso devolvê-lo sem a caixa?",
        "quero devolver a encomenda {order}. Onde encontro a etiqueta? O vizinho [PERSON_3] pode entregá-la?",
        "quanto custa uma devolução? Chegou a {date}."
      ],
      says: [
        "Pode devolver a sua compra nos 30 dias seguintes à entrega, sem indicar um motivo.",
        "Abra Devoluções no nosso site e introduza o número da encomenda e o seu e-mail.",
        "Entregue o pacote no prazo de sete dias; outra pessoa pode entregá-lo por si.",
        "Uma devolução dentro da UE custa 4,90 €, que descontamos no reembolso.",
        "A caixa original não é necessária se o produto estiver bem protegido."
      ],
      otherwise: [
        "Claro, tem 30 dias para o devolver.",
        "A etiqueta está no nosso site, em Devoluções.",
        "Entregue-o dentro de uma semana, ou peça a alguém.",
        "Pela etiqueta descontamos 4,90 €.",
        "Serve qualquer caixa resistente."
      ]
    },
    {
      tag: "warranty",
      products: 3,
      article: "pt/garantia",
      passage: "A reparação demora até 15 dias úteis",
      subjects: ["Ruído desde {date}", "{product} avariado", "Garantia"],
      asks: [
        "o aparelho ({product}) faz um ruído desde {date}, mesmo vazio. Tem pouco mais de um ano. A garantia cobre?",
        "o aparelho da encomenda {order} já não liga. O que precisam de mim?",
        "quanto tempo demora uma reparação? Preciso dele no Natal."
      ],
      says: [
        "Todos os produtos têm dois anos de garantia a partir da entrega.",
        "Precisamos do número da encomenda, do número de série e de uma fotografia ou um vídeo curto da avaria.",
        "O número de série está na etiqueta por baixo do aparelho.",
        "A reparação demora até 15 dias úteis a partir da chegada à nossa oficina.",
        "Se não for possível, escolhe entre um produto novo e o reembolso total."
      ],
      otherwise: [
        "O seu tem menos de dois anos, por isso está coberto.",
        "O que mais ajuda é um vídeo curto com o número de série.",
        "Encontra-o se virar o aparelho.",
        "Conte com três semanas.",
        "Se a oficina não conseguir, recebe um novo ou o dinheiro."
      ],
      wrong: { text: "Todos os produtos têm três anos de garantia.", says: "dois anos" }
    },
    {
      tag: "invoice",
      article: "pt/fatura",
      passage: "podem ser corrigidos nos 30 dias seguintes à data da fatura",
      subjects: ["Fatura em nome da empresa", "Fatura de {order}", "Falta o NIF"],
      asks: [
        "a fatura de {order} de {date} está em meu nome, mas a compra é da empresa. Podem corrigi-la?",
        "não encontro a fatura e não tenho conta. Podem enviá-la em papel?",
        "falta o nosso NIF. O contabilista [PERSON_3] precisa dela até ao fim do mês."
      ],
      says: [
        "O nome, a empresa, a morada e o NIF podem ser corrigidos nos 30 dias seguintes à data da fatura.",
        "Envie-nos o nome completo da empresa, a morada e o NIF.",
        "A fatura corrigida chega por e-mail no prazo de dois dias úteis.",
        "A data e o valor não mudam.",
        "Não enviamos faturas em papel."
      ],
      otherwise: [
        "Ainda é possível, não passaram os 30 dias.",
        "Responda-me com os dados da empresa.",
        "Terá o novo PDF em dois dias úteis.",
        "Só muda o nome.",
        "Só existe em PDF."
      ]
    }
  ]
}
