/** Configuration with plugins whose names are not the site's. */
module.exports = {
  siteMetadata: {
    title: `Gatsby's Starter`, // not "this"
    author: {
      name: `Kyle O'Mathews`,
      summary: `who lives in San Francisco.`,
    },
    description: `A starter blog with "quotes" & a colon: yes.`,
    siteUrl: `https://gatsby.example.org/`,
    social: { twitter: `kylemathews` },
  },
  plugins: [
    {
      resolve: `gatsby-source-filesystem`,
      options: { path: `${__dirname}/content/blog`, name: `blog`, title: `no`, url: 'https://no.example' },
    },
    { resolve: `gatsby-plugin-manifest`, options: { name: `No`, description: "no" } },
  ],
}
