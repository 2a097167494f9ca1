const config = {
  title: 'My Site',
  tagline: 'Dinosaurs are cool',
  url: 'https://user.github.io',
  baseUrl: '/project/',
  organizationName: 'facebook',
  i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },
  presets: [
    ['classic', { docs: { routeBasePath: 'docs' }, blog: { showReadingTime: true, routeBasePath: 'news' } }],
  ],
  themeConfig: { navbar: { title: 'No', logo: { alt: 'No' } } },
};
module.exports = config;
