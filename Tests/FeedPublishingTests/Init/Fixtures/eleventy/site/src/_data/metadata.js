module.exports = {
	title: "Eleventy Base Blog v8",
	url: process.env.URL || "https://no.example",
	language: "en",
	description: "I am writing about my experiences as a naval navel-gazer.",
	author: {
		name: "Your Name Here",
		email: "youremailaddress@example.com",
		url: "https://example.com/about-me/"
	}
}
