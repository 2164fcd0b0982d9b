# A public project with a wiki, one for the support team's own, and the agent's key, which is printed.
ActionMailer::Base.perform_deliveries = false
dana = User.find_by_login("agent")
support = Project.find("support")
support.enable_module!(:wiki)
help = Project.create!(name: "Help", identifier: "help", is_public: true, trackers: Tracker.all, enabled_module_names: %w[wiki])
Member.create!(project: help, principal: dana, roles: [Role.find_by_name("Manager")])

def page(project, title, text, author, parent: nil)
  wiki = project.wiki || Wiki.create!(project: project, start_page: "Wiki")
  made = WikiPage.new(wiki: wiki, title: title, parent: parent)
  made.content = WikiContent.new(page: made, text: text, author: author)
  made.save_with_content(made.content) or raise made.errors.full_messages.join(", ")
  made
end

page(support, "Escalation", "h1. Escalation\n\nThe warehouse's number is *7731-SECRET*.", dana)
returns = page(help, "Returns", "h1. Returning a parcel\n\n{{toc}}\n\nSend it back within *30 days*.\n\n# Open [[Labels]]\n# Press @Print@\n\n|_.Size|_.Price|\n|S|9.90 EUR|\n\n{{collapse(Who pays?)\nWe do.\n}}\n\n{{include(support:Escalation)}}", dana)
page(help, "Labels", "Labels are printed in the shop.\n\n<pre>\nlabel --print\n</pre>", dana, parent: returns)
puts dana.api_key
